package avalanche.victim.map;

import avalanche.victim.baseline.Baseline;
import avalanche.victim.plugin.StrategyPlugins;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All the maps that are tested and measured: the service's own strategies, those of the jars that the system property
 * {@code victim.map.plugins} names, then the baselines.
 */
public final class Providers {
    private static final List<OrderMapProvider> STRATEGIES = StrategyPlugins.load(System.getProperty(
            "victim.map.plugins", ""), Path.of("").toAbsolutePath()).known();

    private Providers() {}

    /** The service's own, and those of the jars. */
    public static Stream<OrderMapProvider> strategies() {
        return STRATEGIES.stream();
    }

    public static Stream<OrderMapProvider> all() {
        return Stream.concat(strategies(), Arrays.stream(Baseline.values()));
    }

    /** All but the baseline whose library loses writes: it would fail now and then where writers and walks race. */
    public static Stream<OrderMapProvider> keepingWrites() {
        return all().filter(provider -> !(provider instanceof Baseline baseline && baseline.losesWrites()));
    }
}
