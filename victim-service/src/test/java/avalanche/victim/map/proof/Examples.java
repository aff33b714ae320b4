package avalanche.victim.map.proof;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.stream.IntStream;

/** Orders to fill maps with. */
final class Examples {
    private Examples() {}

    static Order order(String id, int items) {
        return new Order(id, "c", items, "");
    }

    static String id(int number) {
        return "o-" + number;
    }

    static List<String> plain(int count) {
        return IntStream.range(0, count).mapToObj(Examples::id).toList();
    }

    /** A map of that many orders without items. */
    static OrderMap filled(OrderMapProvider provider, MapSettings settings, int count) {
        OrderMap map = provider.create(settings);
        plain(count).forEach(id -> map.put(order(id, 0)));
        return map;
    }
}
