package avalanche.victim.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The operations a second of one map under one mix.
 *
 * @param map the map's id
 * @param mix {@code readOnly}, {@code reads90}, {@code reads50} or {@code newKeys}
 * @param size entries
 * @param threads how many threads share the map
 * @param ofJvms of all threads together, the median of the iterations in each JVM, in the order of the rounds
 */
record ThroughputRow(String map, String mix, int size, int threads, List<Double> ofJvms) {
    ThroughputRow {
        ofJvms = List.copyOf(ofJvms);
    }

    /** The median of the JVMs'. */
    double operationsPerSecond() {
        return Medians.of(ofJvms);
    }

    /** In relation to another's, in the rounds that both were measured in. */
    Relation relationTo(ThroughputRow other) {
        return Relation.of(IntStream.range(0, Math.min(ofJvms.size(), other.ofJvms.size())).mapToObj(
                round -> ofJvms.get(round) / other.ofJvms.get(round)).toList());
    }
}
