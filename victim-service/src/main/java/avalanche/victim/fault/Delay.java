package avalanche.victim.fault;

import java.util.random.RandomGenerator;

/** A distribution of delays per entry, in microseconds. */
public sealed interface Delay {
    /** The longest delay that a distribution may be given, and the longest that a sample may come to: 1 s. */
    double MOST_MICROS = 1_000_000;

    /** Always the same. */
    record Fixed(double micros) implements Delay {}

    /** Evenly between two ends. */
    record Uniform(double minMicros, double maxMicros) implements Delay {}

    /** Log-normal: {@code median x exp(sigma x N(0, 1))}, cut off at a second. */
    record LogNormal(double medianMicros, double sigma) implements Delay {}

    /** One delay of the distribution, in nanoseconds. */
    default long sampleNanos(RandomGenerator random) {
        double micros = switch (this) {
            case Fixed(double value) -> value;
            case Uniform(double min, double max) -> min + random.nextDouble() * (max - min);
            case LogNormal(double median, double sigma) -> median * Math.exp(sigma * random.nextGaussian());
        };
        return Math.round(Math.min(micros, MOST_MICROS) * 1_000);
    }

    /** The delay that half of the samples stay below, in microseconds. */
    default double typicalMicros() {
        return switch (this) {
            case Fixed(double value) -> value;
            case Uniform(double min, double max) -> (min + max) / 2;
            case LogNormal(double median, double _) -> median;
        };
    }
}
