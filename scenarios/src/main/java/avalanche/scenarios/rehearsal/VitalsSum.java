package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Vitals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The samples of several replicas as one: what is in flight, waits, holds and walks is added up, of all else the largest counts. */
final class VitalsSum {
    private final List<Vitals> samples;

    private VitalsSum(List<Vitals> samples) {
        this.samples = samples;
    }

    /**
     * The sum.
     *
     * @param samples one or more
     * @param silent how many replicas gave none
     * @param life which life of the service was the last to begin
     */
    static Vitals of(List<Vitals> samples, int silent, int life) {
        VitalsSum sum = new VitalsSum(samples);
        // Used heap and its limit belong together: those of the replica whose heap is fullest.
        Vitals fullest = samples.stream().max(Comparator.comparingDouble(VitalsSum::fill)).orElseThrow();
        return new Vitals(life, sum.most(Vitals::uptimeMillis), sum.all(Vitals::inFlight), sum.all(Vitals::waiters), sum
                .largest(Vitals::longestWaitMillis), sum.all(Vitals::holders), sum.most(Vitals::entries), sum.all(
                        Vitals::traversalsRunning), sum.largest(Vitals::longestTraversalMillis), sum.walks(), fullest
                                .heapUsedBytes(), fullest.heapMaxBytes(), sum.most(Vitals::residentBytes), sum.largest(
                                        Vitals::cpuShare), sum.most(Vitals::gcCount), sum.most(Vitals::gcMillis), sum
                                                .internals(), samples.size(), silent);
    }

    private static double fill(Vitals vitals) {
        return vitals.heapMaxBytes() == 0 ? 0 : (double) vitals.heapUsedBytes() / vitals.heapMaxBytes();
    }

    private long all(ToLongFunction<Vitals> gauge) {
        return samples.stream().mapToLong(gauge).sum();
    }

    private long most(ToLongFunction<Vitals> gauge) {
        return samples.stream().mapToLong(gauge).max().orElse(0);
    }

    private double largest(ToDoubleFunction<Vitals> gauge) {
        return samples.stream().mapToDouble(gauge).max().orElse(0);
    }

    /** Count and mean are those of all walks, percentiles the largest of the replicas'. */
    private Quantiles walks() {
        List<Quantiles> walks = samples.stream().map(Vitals::traversals).filter(one -> !one.isEmpty()).toList();
        long count = walks.stream().mapToLong(Quantiles::count).sum();
        if (count == 0) {
            return Quantiles.EMPTY;
        }
        double mean = walks.stream().mapToDouble(one -> one.mean() * one.count()).sum() / count;
        return new Quantiles(count, mean, top(walks, Quantiles::p50), top(walks, Quantiles::p90), top(walks,
                Quantiles::p99), top(walks, Quantiles::p999), top(walks, Quantiles::max));
    }

    private static double top(List<Quantiles> walks, ToDoubleFunction<Quantiles> of) {
        return walks.stream().mapToDouble(of).max().orElse(0);
    }

    private Map<String, Double> internals() {
        Map<String, Double> largest = new TreeMap<>();
        samples.forEach(sample -> sample.internals().forEach((name, value) -> largest.merge(name, value, Math::max)));
        return largest;
    }
}
