package avalanche.victim.memorymodel;

import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.map.Providers;
import avalanche.victim.map.mutant.Mutant;
import java.util.List;
import java.util.stream.Stream;

/** The maps that are tested: all that keep their writes, and those by which the tests themselves are tested. */
final class Maps {
    /** Sound in every interleaving of whole steps, which is all that model checking tries, and broken nevertheless. */
    static final Mutant BROKEN = Mutant.PUBLISHED_LAZILY;

    private static final String PLUGINS = "victim.map.plugins";

    private Maps() {}

    /** The JVM's argument by which one knows the jars' maps that this one knows. */
    static String plugins() {
        return "-D" + PLUGINS + "=" + System.getProperty(PLUGINS, "");
    }

    static List<OrderMapProvider> all() {
        return Stream.concat(Providers.keepingWrites(), Stream.of(Mutant.SOUND_SPIN_LOCK, BROKEN)).toList();
    }

    /** Those of the names, which commas part, and the broken one; all where there is none. */
    static List<OrderMapProvider> named(String names) {
        if (names.isBlank()) {
            return all();
        }
        return Stream.concat(Stream.of(names.split(",", -1)).map(Maps::provider), Stream.of(BROKEN)).distinct()
                .toList();
    }

    static OrderMapProvider provider(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown map '" + id + "'; known are " + all().stream()
                        .map(OrderMapProvider::id).toList()));
    }
}
