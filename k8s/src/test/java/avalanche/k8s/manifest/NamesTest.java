package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class NamesTest {
    private static final String LONG = "20260101T030000Z-a-very-long-incident-name-that-goes-on-and-on-for-all-of-sixty-1a2b";

    @Test
    void aRunsIdBecomesADnsLabel() {
        assertThat(Names.instance("avalanche", "20260101T030000Z-range-cascade-1a2b", 2)).isEqualTo(
                "avalanche-20260101t030000z-range-cascade-1a2b-2");
    }

    @Test
    void ofALongIdTheBeginningAndTheEndStay() {
        assertThat(Names.instance("avalanche", LONG, 12)).hasSizeLessThanOrEqualTo(52).startsWith(
                "avalanche-20260101t030000z-a-very-").endsWith("-1a2b-12").matches("[a-z]([a-z0-9-]*[a-z0-9])?");
        assertThat(Names.label(LONG)).hasSizeLessThanOrEqualTo(63).startsWith("20260101T030000Z-a-very-long").endsWith(
                "-1a2b").matches("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    }

    @Test
    void idsOfNothingButSignsAreNamedToo() {
        assertThat(Names.instance("a", "___", 1)).isEqualTo("a-run-1");
        assertThat(Names.label("--")).isEqualTo("run");
    }

    @Test
    void aPrefixWithoutRoomIsRefused() {
        assertThatThrownBy(() -> Names.instance("p".repeat(45), "run", 1)).hasMessageContaining("prefix is 'ppp");
    }
}
