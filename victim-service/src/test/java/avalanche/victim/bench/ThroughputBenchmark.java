package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Operations a second on one map that two threads share, by mix of reads and writes.
 *
 * <p>
 * Reads and writes pick a present key, each with the same probability. A write of the mixes replaces an order; new keys
 * are never used twice, and each takes out the one that its thread put {@value Client#KEPT} earlier, so that the map
 * keeps its size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(ThroughputBenchmark.THREADS)
@SuppressWarnings("NullAway.Init") // the set-up comes before every use
public class ThroughputBenchmark {
    static final int THREADS = 2;

    @Param("concurrent")
    public String map;

    @Param("800")
    public int size;

    private OrderMap orders;
    private String[] ids;

    @Setup
    public void fill() {
        orders = Maps.filled(Maps.provider(map), size);
        ids = Maps.ids(size);
    }

    @Benchmark
    public @Nullable Order readOnly(Client client) {
        return read(client);
    }

    @Benchmark
    public @Nullable Order reads90(Client client) {
        return client.random.nextInt(100) < 90 ? read(client) : write(client);
    }

    @Benchmark
    public @Nullable Order reads50(Client client) {
        return client.random.nextInt(100) < 50 ? read(client) : write(client);
    }

    @Benchmark
    public @Nullable Order newKeys(Client client) {
        String id = client.freshId();
        String leaving = client.swap(id);
        Order before = orders.put(Maps.order(id));
        return leaving == null ? before : orders.remove(leaving);
    }

    private @Nullable Order read(Client client) {
        return orders.get(ids[client.random.nextInt(size)]);
    }

    private @Nullable Order write(Client client) {
        return orders.put(Maps.order(ids[client.random.nextInt(size)]));
    }

    /** What a thread knows of itself. */
    @State(Scope.Thread)
    public static class Client {
        static final int KEPT = 128;

        private final @Nullable String[] kept = new @Nullable String[KEPT];
        private SplittableRandom random = new SplittableRandom(0);
        private long number;
        private int made;

        @Setup
        public void seed(ThreadParams thread) {
            random = new SplittableRandom(thread.getThreadIndex());
            number = thread.getThreadIndex();
        }

        private String freshId() {
            number += THREADS;
            return "n-" + number;
        }

        /** Notes the id; answers the one that it takes the place of. */
        private @Nullable String swap(String id) {
            int place = made++ & (KEPT - 1);
            String leaving = kept[place];
            kept[place] = id;
            return leaving;
        }
    }
}
