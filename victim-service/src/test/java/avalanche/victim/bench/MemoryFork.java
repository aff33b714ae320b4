package avalanche.victim.bench;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jol.info.GraphStats;
import org.openjdk.jol.vm.VM;

/** Measures the size of object graphs in a JVM of its own: prints a {@link MemoryRow} a line. */
final class MemoryFork {
    /** A heap for what finds the graphs' objects, and what that needs to see the fields of records and of the JDK. */
    static final List<String> FLAGS = List.of("-Xmx4g", "-Djol.magicFieldOffset=true", "-Djol.skipHotspotSAAttach=true",
            "-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading");

    private MemoryFork() {}

    /** Arguments: maps, sizes. */
    public static void main(String[] arguments) {
        for (String size : arguments[1].split(",", -1)) {
            Order[] orders = Arrays.stream(Maps.ids(Integer.parseInt(size))).map(Maps::order).toArray(Order[]::new);
            long orderBytes = bytes(orders) - VM.current().sizeOf(orders);
            for (String map : arguments[0].split(",", -1)) {
                long structure = structure(Maps.provider(map), orders, orderBytes);
                System.out.println(Results.JSON.writeValueAsString(new MemoryRow(map, orders.length, structure,
                        orderBytes)));
            }
        }
    }

    private static long structure(OrderMapProvider provider, Order[] orders, long orderBytes) {
        OrderMap map = provider.create(MapSettings.usual());
        for (Order order : orders) {
            map.put(order);
        }
        map.walk(new FirstOrder());
        long full = bytes(map);
        // afterwards: by now what the maps share, such as a pool's threads, is there
        return full - bytes(provider.create(MapSettings.usual())) - orderBytes;
    }

    private static long bytes(Object root) {
        return GraphStats.parseInstance(root).totalSize();
    }
}
