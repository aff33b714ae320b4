package avalanche.victim.metrics;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What counting costs a read of a present key: processor time and bytes allocated per read, of the bare map and of the
 * counted one by turns in one run.
 *
 * <p>
 * Processor time, not wall-clock time, so that what else runs on the machine does not count.
 */
final class MeteringBenchmark {
    private static final int KEYS = 1 << 14;
    private static final int READS = 4_000_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 21;
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    private MeteringBenchmark() {}

    /** Prints a row per number of entries and threads. */
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        System.out.println("entries | threads | bare ns | counted ns | throughput lost | bytes per counted read");
        for (int entries : new int[]{4_200, 1_000_000}) {
            for (int threads : new int[]{1, 2}) {
                compare(entries, threads);
            }
        }
    }

    private static void compare(int entries, int threads) throws ExecutionException, InterruptedException {
        OrderMap bare = MapStrategy.CONCURRENT.create(MapSettings.usual());
        OrderMap counted = new MeteredMap(MapStrategy.CONCURRENT.create(MapSettings.usual()), new MapOperations(
                KeyPatterns.parse("#,order:*"), System::nanoTime));
        for (int id = 1; id <= entries; id++) {
            Order order = new Order(Integer.toString(id), "c-17", 3, "");
            bare.put(order);
            counted.put(order);
        }
        String[] keys = keys(entries);
        List<Cost> bareCosts = new ArrayList<>();
        List<Cost> countedCosts = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            List<Cost> ofBare = read(bare, keys, threads);
            List<Cost> ofCounted = read(counted, keys, threads);
            if (round >= WARM_UP) {
                bareCosts.addAll(ofBare);
                countedCosts.addAll(ofCounted);
            }
        }
        double before = median(bareCosts.stream().mapToDouble(Cost::nanos).toArray());
        double after = median(countedCosts.stream().mapToDouble(Cost::nanos).toArray());
        System.out.printf(Locale.ROOT, "%d | %d | %.1f | %.1f | %.0f %% | %.3f%n", entries, threads, before, after, 100
                * (1 - before / after), median(countedCosts.stream().mapToDouble(Cost::bytes).toArray()));
    }

    private static String[] keys(int entries) {
        SplittableRandom random = new SplittableRandom(3);
        String[] keys = new String[KEYS];
        Arrays.setAll(keys, _ -> Integer.toString(random.nextInt(1, entries + 1)));
        return keys;
    }

    private static List<Cost> read(OrderMap map, String[] keys, int threads)
            throws ExecutionException, InterruptedException {
        List<Cost> costs = new ArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            List<Future<Cost>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(readers.submit(() -> read(map, keys)));
            }
            for (Future<Cost> each : all) {
                costs.add(each.get());
            }
        }
        return costs;
    }

    private static Cost read(OrderMap map, String[] keys) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < READS; i++) {
            found += map.get(keys[i & (KEYS - 1)]) == null ? 0 : 1;
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        if (found != READS) {
            throw new IllegalStateException(found + " of " + READS + " keys were there");
        }
        return new Cost(nanos / (double) READS, bytes / (double) READS);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Of one read. */
    private record Cost(double nanos, double bytes) {}
}
