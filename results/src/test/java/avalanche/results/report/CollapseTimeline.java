package avalanche.results.report;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The seconds of a rehearsal as the locked map would show them: healthy to 10, growth to 20, fault from 20 to 50, dead from 44 to 49.
 * The control grows alike and stays healthy.
 */
final class CollapseTimeline {
    static final int DEATH = 44;
    static final int READY = 49;
    private static final int END = 60;
    private static final long MIB = 1 << 20;

    private CollapseTimeline() {}

    static List<Second> seconds(boolean fault) {
        List<Second> seconds = new ArrayList<>();
        for (int at = 0; at < END; at++) {
            boolean silent = fault && at >= DEATH && at < READY;
            seconds.add(new Second(at, phase(at), traffic(fault, at), millis(0.8, 2.1),
                    silent ? null : vitals(fault, at)));
        }
        return seconds;
    }

    static String phase(int at) {
        return at < 10 ? "healthy" : at < 20 ? "growth" : at < 50 ? "incident" : "recovery";
    }

    private static boolean collapsing(boolean fault, int at) {
        return fault && at >= 20 && at < DEATH;
    }

    private static double wiggle(int at) {
        return 1 + 0.08 * Math.sin(at * 1.7) + 0.05 * Math.cos(at * 4.1);
    }

    private static Map<String, Second.Traffic> traffic(boolean fault, int at) {
        boolean silent = fault && at >= DEATH && at < READY;
        Counts counts = silent ? new Counts(204, 204, 0, Map.of(), 0, 204, 0) : counts(collapsing(fault, at), at);
        double slow = collapsing(fault, at) ? Math.min(5000, 300 + (at - 20) * 420) : 3.5 * wiggle(at);
        Quantiles response = silent ? Quantiles.EMPTY : millis(slow * 0.55, slow);
        Quantiles all = silent ? Quantiles.EMPTY : millis(slow * 0.4, Math.min(5000, slow * 1.3));
        return Map.of(Second.WRITES, new Second.Traffic(counts, response, response),
                Second.ALL, new Second.Traffic(counts, all, all));
    }

    private static Counts counts(boolean collapsing, int at) {
        if (!collapsing) {
            return new Counts(204, 204, 204, Map.of(), 0, 0, 0);
        }
        return at < 26 ? new Counts(204, 204, 120, Map.of(), 0, 0, 0)
                : new Counts(204, 204, 6, Map.of(503, 8L), 150, 0, at == DEATH - 1 ? 900 : 0);
    }

    private static Vitals vitals(boolean fault, int at) {
        boolean collapsing = collapsing(fault, at);
        int life = fault && at >= READY ? 2 : 1;
        long inFlight = collapsing ? Math.round(12 + (at - 20) * 58.0 * wiggle(at)) : Math.round(5 * wiggle(at));
        long entries = life == 2 ? (at - READY) * 60L : at < 10 ? 800 : Math.min(4200, 800 + (at - 10) * 340L);
        double walk = entries * (collapsing ? 0.118 : 0.013) * wiggle(at);
        long heap = (collapsing ? 60 + (at - 20) * 5 : 42 + at % 5 * 4) * MIB;
        return new Vitals(life, at * 1000L, inFlight, collapsing ? inFlight - 4 : 0, 0, collapsing ? 1 : 0, entries,
                collapsing ? 3 : 0, collapsing ? walk * 1.4 : 0, walk == 0 ? Quantiles.EMPTY : millis(walk, walk * 1.2),
                heap, 192 * MIB, heap + 150 * MIB, (collapsing ? 0.34 : 0.12) * wiggle(at), at, at * 3L, Map.of());
    }

    static Quantiles millis(double p50, double p99) {
        return new Quantiles(204, p50 * 1.1, p50, p99 * 0.8, p99, p99, p99 * 1.05);
    }
}
