package avalanche.chaos.vitals;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.contract.Document;
import avalanche.chaos.target.Management;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * A management port of whose vitals one figure is kept: how many processes the kernel has killed for memory in the
 * service's control group. It is gone with the container, so that only the last document before a death has it: a label
 * of an OOM kill is refuted by a kill that was counted while the service still answered.
 *
 * @param management the port itself
 * @param kills is told the count of every document that has one
 */
public record OomKillsSeen(Management management, LongConsumer kills) implements Management {
    private static final String VITALS = "/vitals";

    @Override
    public String get(String path) throws IOException {
        String answer = management.get(path);
        if (path.equals(VITALS)) {
            note(answer);
        }
        return answer;
    }

    private void note(String answer) {
        try {
            Long counted = Document.parse("GET " + VITALS, answer).object("memory").countOrNull("oomKills");
            if (counted != null) {
                kills.accept(counted);
            }
        } catch (ContractException _) {
            // Whoever asked reads the document next, and says what is wrong with it.
        }
    }

    @Override
    public String put(String path, String json) throws IOException {
        return management.put(path, json);
    }
}
