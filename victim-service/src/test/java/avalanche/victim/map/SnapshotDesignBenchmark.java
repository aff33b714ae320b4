package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares the ways to take a snapshot with each other and with ConcurrentHashMap, in one run: throughput of reads and
 * writes, half and half, without and beside a walk; the time to take a snapshot; the bytes that one holds.
 *
 * <p>
 * What is compared runs in turn, several rounds of it, and the medians are told.
 */
final class SnapshotDesignBenchmark {
    private static final int[] SIZES = {4_200, 1_000_000};
    private static final Map<String, Supplier<OrderMap>> DESIGNS = new LinkedHashMap<>();

    static {
        DESIGNS.put("ConcurrentHashMap", ConcurrentOrderMap::new);
        DESIGNS.put("persistent trie, one root", PersistentSnapshotMap::new);
        DESIGNS.put("versions in cells", () -> new SnapshotMap(10_000_000));
        DESIGNS.put("copied segments (1024)", () -> new SegmentCopySnapshotMap(1_024));
    }

    private final PrintStream out;

    private SnapshotDesignBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        SnapshotDesignBenchmark benchmark = new SnapshotDesignBenchmark(System.out);
        for (int size : SIZES) {
            benchmark.compare(size);
        }
    }

    private void compare(int size) {
        List<Order> orders = orders(size);
        Map<String, OrderMap> maps = new LinkedHashMap<>();
        Map<String, Double> restingBytes = new LinkedHashMap<>();
        DESIGNS.forEach((name, design) -> {
            long before = HeapInUse.bytes();
            maps.put(name, filled(design.get(), orders));
            restingBytes.put(name, (double) (HeapInUse.bytes() - before) / size);
        });
        Map<String, SnapshotThroughput> throughput = new LinkedHashMap<>();
        maps.forEach((name, map) -> throughput.put(name, new SnapshotThroughput(map, orders)));
        for (int round = 0; round < 8; round++) {
            throughput.values().forEach(SnapshotThroughput::warmUp);
        }
        for (int round = 0; round < 9; round++) {
            throughput.values().forEach(SnapshotThroughput::measure);
        }
        throughputTable(size, throughput);
        takingTable(size, maps, orders);
        memoryTable(size, maps, orders, restingBytes);
    }

    private void throughputTable(int size, Map<String, SnapshotThroughput> throughput) {
        SnapshotThroughput baseline = throughput.values().iterator().next();
        line("%n%,d entries: 2 threads, get and put half and half, present keys".formatted(size));
        line("| | M operations/s | of CHM | processor ns/operation | of CHM | beside a walk: M operations/s | of CHM "
                + "| processor ns/operation | of CHM |");
        throughput.forEach((name, measured) -> line("| %s | %s | %s |".formatted(name, cells(measured.alone(), baseline
                .alone()), cells(measured.besideAWalk(), baseline.besideAWalk()))));
    }

    private static String cells(SnapshotThroughput.Rates rates, SnapshotThroughput.Rates baseline) {
        return "%.2f | %.2f | %.0f | %.2f".formatted(rates.perSecond() / 1e6, rates.perSecond() / baseline.perSecond(),
                rates.processorNanos(), rates.processorNanos() / baseline.processorNanos());
    }

    private void takingTable(int size, Map<String, OrderMap> maps, List<Order> orders) {
        Map<String, Order> plain = new HashMap<>();
        orders.forEach(order -> plain.put(order.id(), order));
        double copying = SnapshotTaking.copyNanos(plain);
        line("%n%,d entries: taking a snapshot, seeing its first order and ending it, microseconds".formatted(size));
        line("| new HashMap<>(map) | %.2f |".formatted(copying / 1e3));
        maps.forEach((name, map) -> {
            if (!(map instanceof ConcurrentOrderMap)) {
                double taking = SnapshotTaking.nanos(map);
                line("| %s | %.2f | copying costs %,.0f times as much |".formatted(name, taking / 1e3, copying
                        / taking));
            }
        });
    }

    private void memoryTable(int size, Map<String, OrderMap> maps, List<Order> orders, Map<String, Double> resting) {
        line("%n%,d entries: bytes without the orders, and held by one live snapshot after so many random puts"
                .formatted(size));
        List<Integer> puts = List.of(size / 100, size / 10, size);
        maps.forEach((name, map) -> {
            List<String> held = new ArrayList<>();
            for (int count : puts) {
                held.add(map instanceof ConcurrentOrderMap ? "none" : "%,d: %,d".formatted(count, HeapInUse
                        .heldByASnapshot(map, orders, count)));
            }
            line("| %s | %.1f per entry | %s |".formatted(name, resting.getOrDefault(name, Double.NaN), String.join(
                    " | ", held)));
        });
    }

    private void line(String text) {
        out.println(text);
    }

    private static List<Order> orders(int size) {
        List<Order> orders = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            orders.add(new Order(String.format(Locale.ROOT, "o-%07d", i), "c", i, ""));
        }
        return orders;
    }

    private static OrderMap filled(OrderMap map, List<Order> orders) {
        orders.forEach(map::put);
        return map;
    }
}
