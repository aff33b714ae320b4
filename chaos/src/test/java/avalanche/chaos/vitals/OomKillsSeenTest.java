package avalanche.chaos.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Management;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OomKillsSeenTest {
    private final List<Long> told = new ArrayList<>();

    private OomKillsSeen answering(String answer) {
        return new OomKillsSeen(new Management() {
            @Override
            public String get(String path) {
                return answer;
            }

            @Override
            public String put(String path, String json) {
                return json;
            }
        }, told::add);
    }

    @Test
    void theCountOfEveryDocumentIsTold() throws IOException {
        String document = "{\"memory\": {\"residentBytes\": 1, \"oomKills\": 2}}";
        assertThat(answering(document).get("/vitals")).isEqualTo(document);
        assertThat(told).containsExactly(2L);
    }

    @Test
    void noOtherAnswerIsLookedInto() throws IOException {
        OomKillsSeen management = answering("{\"memory\": {\"oomKills\": 2}}");
        management.get("/health");
        management.put("/fault/callback", "{\"memory\": {\"oomKills\": 3}}");
        assertThat(told).isEmpty();
    }

    @Test
    void aDocumentWithoutACountTellsNothing() throws IOException {
        for (String document : List.of("{\"memory\": {\"oomKills\": null}}", "{\"memory\": {}}", "{}", "no JSON",
                "{\"memory\": {\"oomKills\": -1}}")) {
            assertThat(answering(document).get("/vitals")).isEqualTo(document);
        }
        assertThat(told).isEmpty();
    }
}
