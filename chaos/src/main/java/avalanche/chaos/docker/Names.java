package avalanche.chaos.docker;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of containers and networks, for people who list them; labels are what programs go by. */
final class Names {
    private Names() {}

    /** Not used before: a leftover of the same run must not be in the way. */
    static String of(String runId, String role) {
        return "avalanche-" + runId.replaceAll("[^a-zA-Z0-9_.-]", "-") + "-" + role + "-" + HexFormat.of().toHexDigits(
                (short) ThreadLocalRandom.current().nextInt());
    }
}
