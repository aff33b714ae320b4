package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.RequestOutcome.Answered;
import avalanche.scenarios.traffic.RequestOutcome.Unanswered;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InjectorLineTest {
    @Test
    void readyAndEndReadWhatWasWritten() {
        InjectorLine ready = new InjectorLine.Ready("gatling 3.15.1", 260, Instant.parse("2026-01-01T00:00:05.5Z"));
        InjectorLine end = new InjectorLine.End(260, 259, 300, 4);

        assertThat(InjectorLine.parse(ready.toJson())).isEqualTo(ready);
        assertThat(InjectorLine.parse(end.toJson())).isEqualTo(end);
    }

    @Test
    void anIntervalKeepsCountsAndHistograms() {
        Ledger ledger = new Ledger(Set.of(Kind.CREATE, Kind.READ));
        ledger.sent(new Arrival(300, Kind.CREATE, 0), 1_500_000);
        ledger.ended(Kind.CREATE, new Answered(201), 3_000_000, 1_500_000);
        ledger.ended(Kind.CREATE, new Answered(503), 4_000_000, 1_500_000);
        ledger.ended(Kind.READ, Unanswered.TIMED_OUT, 5_000_000_000L, 5_000_000_000L);
        ledger.ended(Kind.READ, Unanswered.REFUSED, 1, 1);
        ledger.ended(Kind.READ, Unanswered.LOST, 1_000_000, 1_000_000);
        List<String> lines = new ArrayList<>();
        ledger.close(Map.of(Kind.CREATE, 2L), interval -> lines.add(new InjectorLine.Measured(interval).toJson()));

        Interval read = ((InjectorLine.Measured) InjectorLine.parse(lines.getFirst())).interval();

        Interval.OfKind create = Objects.requireNonNull(read.kinds().get("create"));
        Interval.OfKind reads = Objects.requireNonNull(read.kinds().get("read"));
        assertThat(create.counts()).isEqualTo(new Counts(2, 1, 1, Map.of(503, 1L), 0, 0, 0));
        assertThat(reads.counts()).isEqualTo(new Counts(0, 0, 0, Map.of(), 1, 1, 1));
        assertThat(reads.response().getTotalCount()).isEqualTo(2);
        assertThat(reads.response().valuesAreEquivalent(
                reads.response().getMaxValue(), 5_000_000_000L)).isTrue();
        assertThat(read.lateness().getTotalCount()).isEqualTo(1);
    }

    @Test
    void sentBelongsToTheIntendedSecondUnlessItsLineIsWritten() {
        Ledger ledger = new Ledger(Set.of(Kind.READ));
        List<Long> sent = new ArrayList<>();
        ledger.sent(new Arrival(1_200_000_000L, Kind.READ, 0), 0);
        ledger.sent(new Arrival(999_999_999L, Kind.READ, 0), 300_000_000);
        for (int second = 0; second < 3; second++) {
            ledger.close(Map.of(), interval -> sent.add(Objects.requireNonNull(interval.kinds().get("read"))
                    .counts().sent()));
            if (second == 0) {
                ledger.sent(new Arrival(5, Kind.READ, 0), 1_100_000_000);
            }
        }

        assertThat(sent).containsExactly(1L, 2L, 0L);
    }

    @Test
    void nothingIsSentEarly() {
        Ledger ledger = new Ledger(Set.of(Kind.READ));

        assertThatThrownBy(() -> ledger.sent(new Arrival(5, Kind.READ, 9), -1)).hasMessageContaining("arrival 9");
    }

    @Test
    void whatIsNoLineIsRefused() {
        assertThatThrownBy(() -> InjectorLine.parse("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InjectorLine.parse("{\"type\": \"start\"}"))
                .hasMessageContaining("type is start; allowed: ready, interval, end");
        assertThatThrownBy(() -> InjectorLine.parse("{\"type\":\"end\",\"planned\":1,\"sent\":1,\"seconds\":1}"))
                .hasMessageContaining("attempts is missing");
    }
}
