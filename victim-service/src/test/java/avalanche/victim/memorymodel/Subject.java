package avalanche.victim.memorymodel;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import org.jspecify.annotations.Nullable;

/** The map that this JVM tests, by the system property {@value #PROPERTY}, and what its orders are worth. */
final class Subject {
    static final String PROPERTY = "memory-model.map";
    /** What {@link #worth} answers where there is no order. */
    static final int NONE = -1;

    static final OrderMapProvider PROVIDER = Maps.provider(System.getProperty(PROPERTY, ""));

    private Subject() {}

    static Order order(String id, int worth) {
        return new Order(id, "c-17", worth, "");
    }

    static int worth(@Nullable Order order) {
        return order == null ? NONE : order.items();
    }

    /** A map of its own of two orders worth 0, walked since, as a service's has been: for who walks. */
    static OrderMap ofTwo() {
        OrderMap map = PROVIDER.create(MapSettings.usual());
        map.put(order(Worths.FIRST, 0));
        map.put(order(Worths.SECOND, 0));
        map.walk(new Worths());
        return map;
    }
}
