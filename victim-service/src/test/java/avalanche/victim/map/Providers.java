package avalanche.victim.map;

import avalanche.victim.baseline.Baseline;
import java.util.Arrays;
import java.util.stream.Stream;

/** All the maps that are tested and measured: the service's own strategies, then the baselines. */
public final class Providers {
    private Providers() {}

    public static Stream<OrderMapProvider> all() {
        return Stream.concat(Arrays.stream(MapStrategy.values()), Arrays.stream(Baseline.values()));
    }
}
