package avalanche.results.record;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two small runs with the shape of the real ones: 46 writes, 10 reads and 4 exports a second; in the incident the
 * callback is slow from second 10, requests pile up, the heap is exhausted at second 33.4 and the service is ready
 * again at second 37.2.
 */
public final class ExampleRuns {
    public static final List<PhaseSpan> PHASES = List.of(new PhaseSpan("baseline", 0, 10), new PhaseSpan("incident", 10,
            40), new PhaseSpan("recovery", 40, 50));
    private static final Map<String, Integer> RATES = new TreeMap<>(Map.of("create", 30, "update", 14, "delete", 2,
            "read", 10, "export", 4));
    private static final double DEATH = 33.4;
    private static final double READY = 37.2;

    private ExampleRuns() {}

    public static Run control() {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < 50; second++) {
            seconds.add(second(second, 2.5, 0, healthy(second)));
        }
        List<Life> lives = List.of(new Life(1, -6.2, -1.5, 51.0, Ending.STOPPED, 143, 0, List.of(
                "the harness sent SIGTERM")));
        return new Run(Run.Role.CONTROL, "local", "locked", Run.NATURAL, Instant.parse("2026-03-01T10:00:10Z"), PHASES,
                seconds,
                lives, List.of(), fidelity());
    }

    public static Run incident() {
        List<Second> seconds = new ArrayList<>();
        for (int second = 0; second < 50; second++) {
            seconds.add(incidentSecond(second));
        }
        List<Life> lives = List.of(
                new Life(1, -6.0, -1.4, DEATH, Ending.HEAP_EXHAUSTED, 3, 0, List.of(
                        "java.lang.OutOfMemoryError: Java heap space on standard error",
                        "exit code 3, as -XX:+ExitOnOutOfMemoryError gives")),
                new Life(2, 34.4, READY, 51.0, Ending.STOPPED, 143, 1.0, List.of("the harness sent SIGTERM")));
        List<Receipt> receipts = List.of(new Receipt("slow-callback", 10.1, null, "500 us per entry, 1,000 entries",
                "502 us per entry on average over 31 walks (tolerance 20 %)", true));
        return new Run(Run.Role.INCIDENT, "local", "locked", Run.NATURAL, Instant.parse("2026-03-01T10:01:20Z"), PHASES,
                seconds,
                lives, receipts, fidelity());
    }

    private static Second incidentSecond(int second) {
        if (second < 10) {
            return second(second, 2.5, 0, healthy(second));
        }
        if (second < Math.floor(DEATH)) {
            int age = second - 10;
            return second(second, 120 + 200.0 * age, 2, drowning(second, age));
        }
        boolean gone = second < READY;
        return second(second, 3, gone ? 60 : 0, gone ? null : reborn(second));
    }

    private static Second second(int second, double millis, int refused, @Nullable Vitals vitals) {
        Map<String, Second.Traffic> traffic = new TreeMap<>();
        RATES.forEach((kind, rate) -> traffic.put(kind, traffic(rate, Math.min(rate, refused), millis)));
        traffic.put(Second.WRITES, sum(traffic, List.of("create", "update", "delete"), millis));
        traffic.put(Second.ALL, sum(traffic, List.copyOf(RATES.keySet()), millis));
        String phase = PHASES.stream().filter(span -> span.fromSecond() <= second && second < span.toSecond())
                .findFirst().orElseThrow().name();
        return new Second(second, phase, traffic, quantiles(60, 0.4), vitals);
    }

    private static Second.Traffic sum(Map<String, Second.Traffic> traffic, List<String> kinds, double millis) {
        Counts counts = traffic.entrySet().stream().filter(entry -> kinds.contains(entry.getKey()))
                .map(entry -> entry.getValue().counts()).reduce(Counts.NONE, Counts::plus);
        return new Second.Traffic(counts, quantiles(counts.ok(), millis), quantiles(counts.ok(), millis));
    }

    private static Second.Traffic traffic(long rate, long refused, double millis) {
        Counts counts = new Counts(rate, rate, rate - refused, Map.of(), 0, refused, 0);
        return new Second.Traffic(counts, quantiles(rate - refused, millis), quantiles(rate - refused, millis));
    }

    private static Quantiles quantiles(long count, double median) {
        return count == 0
                ? Quantiles.EMPTY
                : new Quantiles(count, median * 1.1, median, median * 1.6, median * 2, median * 2.2, median * 2.4);
    }

    private static Vitals healthy(int second) {
        return vitals(1, second + 1.5, 1, 0, quantiles(4, 9), 41_000_000L + 700_000L * (second % 8), 0.08);
    }

    private static Vitals drowning(int second, int age) {
        return vitals(1, second + 1.5, 30 + 30L * age, 29 + 30L * age, quantiles(2, 500), Math.min(190_000_000L,
                60_000_000L + 6_000_000L * age), 0.35);
    }

    private static Vitals reborn(int second) {
        return vitals(2, second - READY, 1, 0, quantiles(4, 0.2), 38_000_000L + 500_000L * (second % 8), 0.1);
    }

    private static Vitals vitals(int life, double uptime, long inFlight, long waiters, Quantiles walks, long heap,
            double cpu) {
        return new Vitals(life, Math.round(uptime * 1000), inFlight, waiters, waiters * 4.5, 1, 1000, walks.mean() > 100
                ? 1
                : 0, walks.mean() > 100 ? walks.max() : 0, walks, heap, 192L << 20, heap + (90L << 20), cpu, 12, 40, Map
                        .of("walks", 4.0));
    }

    private static Fidelity fidelity() {
        return new Fidelity(3000, 3000, quantiles(3000, 0.4), List.of(), true, List.of());
    }
}
