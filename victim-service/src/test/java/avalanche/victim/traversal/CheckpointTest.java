package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.setting.InvalidSetting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ADDRESS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    static Stream<Checkpoint> checkpoints() {
        return Stream.of(new Checkpoint("4199", "4200"), new Checkpoint(null, "9"), new Checkpoint("", ""),
                new Checkpoint("ä-☃-𝄞", "x".repeat(900)));
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void isTheSameAgainFromItsToken(Checkpoint checkpoint) {
        assertThat(checkpoint.token()).matches("[A-Za-z0-9_-]+");
        assertThat(Token.decode(checkpoint.token())).isEqualTo(checkpoint);
    }

    /** What a token looked like when it was given stays readable. */
    @Test
    void aTokenOfAnotherProcessIsRead() {
        assertThat(Token.decode("Aeb3xlMAAAACMTc0Mg")).isEqualTo(new Checkpoint("17", "42"));
        assertThat(new Checkpoint("17", "42").token()).isEqualTo("Aeb3xlMAAAACMTc0Mg");
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void aTokenWithOneWrongCharacterIsRefused(Checkpoint checkpoint) {
        String token = checkpoint.token();
        for (int at = 0; at < Math.min(token.length(), 60); at++) {
            for (int each = 0; each < ADDRESS.length(); each++) {
                char wrong = ADDRESS.charAt(each);
                String damaged = token.substring(0, at) + wrong + token.substring(at + 1);
                if (wrong != token.charAt(at)) {
                    assertThatThrownBy(() -> Token.decode(damaged)).isInstanceOf(InvalidSetting.class)
                            .hasMessageStartingWith("after is '").hasMessageContaining("begin again without it");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void aTokenThatIsCutOrLengthenedIsRefused(Checkpoint checkpoint) {
        String token = checkpoint.token();
        for (int length = 0; length < token.length(); length++) {
            String cut = token.substring(0, length);
            assertThatThrownBy(() -> Token.decode(cut)).isInstanceOf(InvalidSetting.class);
        }
        for (String more : List.of("A", "AA", "AAA", "AAAA", "=", " ", token)) {
            assertThatThrownBy(() -> Token.decode(token + more)).isInstanceOf(InvalidSetting.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4200", "../../etc/passwd", "☃"})
    void whatIsNoTokenIsRefusedWithWhatItIs(String text) {
        assertThatThrownBy(() -> Token.decode(text)).isInstanceOf(InvalidSetting.class).hasMessageContaining(
                "after is '"
                        + text + "'; allowed: a checkpoint");
    }

    @Test
    void anEndlessTokenIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> Token.decode("A".repeat(1_000_000))).isInstanceOf(InvalidSetting.class)
                .hasMessageMatching(
                        ".{1,300}");
    }

    @Test
    void idsThatCountUpAreInTheOrderOfTheirCreation() {
        Checkpoint checkpoint = new Checkpoint("99", "1200");
        assertThat(Stream.of("100", "101", "999", "1000", "1200")).allMatch(checkpoint::leaves);
        assertThat(Stream.of("1", "98", "99", "1201", "9999", "10000")).noneMatch(checkpoint::leaves);
    }

    @Test
    void theBeginningLeavesEverythingUpToTheEnd() {
        assertThat(Stream.of("", "1", "b")).allMatch(new Checkpoint(null, "b")::leaves);
        assertThat(new Checkpoint(null, "b").leaves("c")).isFalse();
    }
}
