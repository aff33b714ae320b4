package avalanche.chaos.fault;

import java.time.Duration;

/** A distribution of delays. */
public sealed interface Delay {
    /** Always the same. */
    record Fixed(Duration value) implements Delay {}

    /** Evenly between two ends. */
    record Uniform(Duration min, Duration max) implements Delay {
        public Uniform {
            if (min.compareTo(max) > 0) {
                throw new IllegalArgumentException("min is " + min + "; allowed: at most max, " + max);
            }
        }
    }

    /** Log-normal: {@code median x exp(sigma x N(0, 1))}. */
    record LogNormal(Duration median, double sigma) implements Delay {
        public LogNormal {
            if (!(sigma >= 0 && sigma <= 3)) {
                throw new IllegalArgumentException("sigma is " + sigma + "; allowed: 0 to 3");
            }
        }
    }

    /** The distribution's mean. */
    default Duration mean() {
        return switch (this) {
            case Fixed(var value) -> value;
            case Uniform(var min, var max) -> min.plus(max).dividedBy(2);
            case LogNormal(var median, var sigma) -> Duration.ofNanos(Math.round(median.toNanos() * Math.exp(sigma
                    * sigma / 2)));
        };
    }
}
