package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"# | 1", "# | 0123456789", "order:* | order:", "order:* | order:17 of 20",
        "order:# | order:17", "* | ''", "* | anything", "#* | 7up", "a#b#c | a1b22c", "#-# | 10-20", "x | x"})
    void aKeyOfTheClass(String pattern, String key) {
        assertThat(KeyPatterns.parse(pattern).classify(key)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"# | ''", "# | -1", "# | 1a", "# | a1", "# | \u0661", "order:* | order",
        "order:* | Order:1", "order:# | order:", "order:# | order:1x", "a#b#c | a1b22", "a#b#c | ab2c", "x | xx",
        "x | \u2603", "x | ''"})
    void aKeyOfNone(String pattern, String key) {
        assertThat(KeyPatterns.parse(pattern).classify(key)).isEqualTo(1);
    }

    @Test
    void theFirstPatternThatMatchesWins() {
        KeyPatterns patterns = KeyPatterns.parse("order:#, order:*,*");
        assertThat(patterns.names()).containsExactly("order:#", "order:*", "*", "other");
        assertThat(patterns.classify("order:1")).isZero();
        assertThat(patterns.classify("order:x")).isEqualTo(1);
        assertThat(patterns.classify("\u2603")).isEqualTo(2);
    }

    @Test
    void withoutPatternsEveryKeyIsOfTheOthers() {
        assertThat(KeyPatterns.parse("").names()).containsExactly("other");
        assertThat(KeyPatterns.parse(" ").classify("1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"##", "#1", "a*b", "**", "a b", "a,,b", "a,", "\u2603", "a\u0007"})
    void aPatternThatIsNotAllowedIsNamedWithTheGrammar(String text) {
        assertThatThrownBy(() -> KeyPatterns.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key pattern '").hasMessageContaining(
                        "' at victim.metrics.key-patterns; allowed: "
                                + "1 to 64 visible ASCII characters, # for one or more digits");
    }

    @Test
    void aPatternIsAtMost64CharactersLong() {
        assertThat(KeyPatterns.parse("x".repeat(64)).names()).hasSize(2);
        assertThatThrownBy(() -> KeyPatterns.parse("x".repeat(65))).hasMessageContaining("allowed: 1 to 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,a", "other"})
    void aPatternStandsOnceAndIsNotCalledAsTheRest(String text) {
        assertThatThrownBy(() -> KeyPatterns.parse(text)).hasMessageContaining("is there already; allowed: each once");
    }

    @Test
    void thereAreAtMost32Patterns() {
        assertThat(KeyPatterns.parse(patterns(32)).names()).hasSize(33);
        assertThatThrownBy(() -> KeyPatterns.parse(patterns(33))).hasMessage(
                "victim.metrics.key-patterns has 33 patterns; allowed: at most 32");
    }

    private static String patterns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + ":*").collect(Collectors.joining(","));
    }
}
