package avalanche.results.verdict;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import avalanche.results.stats.Line;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@link GrowthTheory} from a run. The window opens when as many walks have ended since the phase's start as the
 * queue holds at once, {@code T x D} and at least one, so that the walks from before the onset are gone; it closes at
 * the first death or order, or with the phase, or where the service begins not to answer: what collects garbage all the time
 * lets no request in, and the closed form speaks of one that does. Rates are planned ones: what arrived, not what the
 * service let through.
 */
public final class Growth {
    private static final int FEWEST_SAMPLES = 5;
    /** So many seconds without vitals in a row are no mere delay of a sample. */
    private static final int SILENCE_SECONDS = 2;

    private Growth() {}

    /**
     * The growth in a phase.
     *
     * @param phase where requests are expected to grow
     * @param walkKind the request kind that walks the whole map
     * @return null where the run has no such phase, no walk ended in it or fewer than 5 seconds have vitals
     */
    public static @Nullable GrowthTheory of(Run run, String phase, String walkKind) {
        PhaseSpan span = Span.phase(run, phase);
        if (span == null) {
            return null;
        }
        double death = Span.firstDeath(run, span.fromSecond()).orElse(span.toSecond());
        Order order = Order.of(run);
        int end = order == null ? span.toSecond() : Math.clamp(order.second(), span.fromSecond(), span.toSecond());
        int to = (int) Math.min(end, Math.floor(death));
        List<Second> whole = between(run, span.fromSecond(), to);
        double pressure = arrivals(whole, walkKind) * walkSeconds(whole);
        List<Second> settled = answered(after(whole, Math.max(1, Math.ceil(pressure))));
        List<Second> sampled = settled.stream().filter(second -> second.vitals() != null).toList();
        return sampled.size() < FEWEST_SAMPLES || walkSeconds(settled) == 0 ? null : of(settled, sampled, walkKind);
    }

    private static GrowthTheory of(List<Second> settled, List<Second> sampled, String walkKind) {
        double[] x = sampled.stream().mapToDouble(Second::second).toArray();
        double[] y = sampled.stream().map(Second::vitals).filter(Objects::nonNull).mapToDouble(Vitals::inFlight)
                .toArray();
        Line line = Line.through(x, y);
        double all = arrivals(settled, Second.ALL);
        double walks = arrivals(settled, walkKind);
        double seconds = walkSeconds(settled);
        double predicted = walks * seconds > 1 ? all * (1 - 1 / (walks * seconds)) : 0;
        return new GrowthTheory(all, walks, seconds, predicted, line.slope(), line.slopeLow(), line.slopeHigh(), settled
                .getFirst().second(), settled.getLast().second() + 1);
    }

    private static List<Second> between(Run run, int from, int to) {
        return run.seconds().stream().filter(second -> second.second() >= from && second.second() < to).toList();
    }

    /** The seconds that follow the one in which enough walks had ended. */
    private static List<Second> after(List<Second> seconds, double walks) {
        double ended = 0;
        for (int i = 0; i < seconds.size(); i++) {
            Vitals vitals = seconds.get(i).vitals();
            ended += vitals == null ? 0 : vitals.traversals().count();
            if (ended >= walks) {
                return seconds.subList(i + 1, seconds.size());
            }
        }
        return List.of();
    }

    /** The seconds up to the first silence. */
    private static List<Second> answered(List<Second> seconds) {
        int silent = 0;
        for (int i = 0; i < seconds.size(); i++) {
            silent = seconds.get(i).vitals() == null ? silent + 1 : 0;
            if (silent == SILENCE_SECONDS) {
                return seconds.subList(0, i + 1 - SILENCE_SECONDS);
            }
        }
        return seconds;
    }

    private static double arrivals(List<Second> seconds, String kind) {
        return seconds.stream().map(second -> second.traffic().get(kind)).filter(Objects::nonNull).mapToDouble(
                traffic -> traffic.counts().planned()).average().orElse(0);
    }

    /** Mean duration of the walks that ended, 0 where none did. */
    private static double walkSeconds(List<Second> seconds) {
        List<Quantiles> walks = seconds.stream().map(Second::vitals).filter(Objects::nonNull).map(Vitals::traversals)
                .toList();
        long count = walks.stream().mapToLong(Quantiles::count).sum();
        return count == 0 ? 0 : walks.stream().mapToDouble(walk -> walk.mean() * walk.count()).sum() / count / 1000;
    }
}
