package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "REPRODUCED, REPRODUCED, 0",
        "PARTIAL, REPRODUCED, 5",
        "NOT_REPRODUCED, REPRODUCED, 5",
        "INCONCLUSIVE, REPRODUCED, 6",
        "INVALID, REPRODUCED, 6",
        "REPRODUCED, NOT_REPRODUCED, 5",
        "PARTIAL, NOT_REPRODUCED, 5",
        "NOT_REPRODUCED, NOT_REPRODUCED, 0",
        "INCONCLUSIVE, NOT_REPRODUCED, 6",
        "INVALID, NOT_REPRODUCED, 6"})
    void everyVerdictHasItsCode(Verdict verdict, Verdict expected, int code) {
        assertThat(ExitCode.of(verdict, expected).code()).isEqualTo(code);
    }
}
