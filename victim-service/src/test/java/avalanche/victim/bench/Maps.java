package avalanche.victim.bench;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.map.Providers;
import avalanche.victim.order.Order;
import java.util.stream.IntStream;

/** The maps that are measured, and the orders in them. */
final class Maps {
    /** The map that a Java user would pick, which the others are set in relation to. */
    static final String REFERENCE = "concurrent";

    private static final String CUSTOMER = "c-17";
    private static final String PAYLOAD = "x".repeat(64);

    private Maps() {}

    static OrderMapProvider provider(String id) {
        return Providers.all().filter(provider -> provider.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown map '" + id + "'"));
    }

    /**
     * A map of orders {@code 0} to {@code size - 1} that has been walked once, as a service's has: what a map puts off
     * until the first walk, such as the promotion of a dirty table, is done. The heap has been collected since, as a
     * service's has long before it holds as many: entries lie side by side then, without what filling the map left between
     * them, of which a map that keeps book of its locks leaves more than one without.
     */
    static OrderMap filled(OrderMapProvider provider, int size) {
        OrderMap map = provider.create(MapSettings.usual());
        for (String id : ids(size)) {
            map.put(order(id));
        }
        map.walk(new FirstOrder());
        System.gc();
        return map;
    }

    /** The ids, none the same object as one in a map: a look-up has to compare characters, as a service's has to. */
    static String[] ids(int size) {
        return IntStream.range(0, size).mapToObj(number -> "o-" + number).toArray(String[]::new);
    }

    /** An order of 64 bytes, which it shares with all others. */
    static Order order(String id) {
        return new Order(id, CUSTOMER, 1, PAYLOAD);
    }
}
