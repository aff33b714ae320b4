package avalanche.victim.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"pagd,paged", "Held,held", "yieldingheld,yielding-held", "'',held", "pagedpagedpaged,paged"})
    void theNearestHasTheFewestEdits(String given, String nearest) {
        assertThat(Spelling.nearest(given, List.of("yielding-held", "paged", "held"))).isEqualTo(nearest);
    }
}
