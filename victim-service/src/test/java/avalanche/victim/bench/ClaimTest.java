package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTest {
    @Test
    void theirOwnFiguresOnAsManyProcessorsConfirmThem() {
        assertThat(new Claim(12.7e6, 3.2e6, 0.83e6, 48).judged()).contains("12.7 ms / 3.20 ms / 830 µs",
                "lock : segments = 15 : 1", "The order is the post-mortem's: lock, lock-free reads, segments.",
                "Segments pay about as much", "so that the milliseconds can be compared");
    }

    @Test
    void fewerProcessorsAllowNoComparisonOfMilliseconds() {
        assertThat(new Claim(12.7e6, 3.2e6, 0.83e6, 2).judged()).contains("At most 2 operations run at once here",
                "neither confirm nor refute").doesNotContain("can be compared");
    }

    @Test
    void tellsAnotherOrderAndHowMuchSegmentsPay() {
        assertThat(new Claim(8e6, 1e3, 2e6, 2).judged()).contains(
                "slowest first it is lock, segments, lock-free reads, there lock, lock-free reads, segments",
                "4.00 : 1",
                "Segments pay less here");
        assertThat(new Claim(80e6, 1e3, 1e6, 2).judged()).contains("Segments pay more here");
        assertThat(new Claim(1e6, 1e3, 2e6, 2).judged()).contains("Segments do not pay here");
    }

    @Test
    void saysNothingWhereAMapIsMissing() {
        assertThat(new Claim(1, Double.NaN, 1, 2).measured()).isFalse();
        assertThat(new Claim(1, 2, 3, 2).measured()).isTrue();
    }
}
