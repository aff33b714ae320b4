package avalanche.victim.bench;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.metrics.KeyPatterns;
import avalanche.victim.metrics.MapOperations;
import avalanche.victim.metrics.MeteredMap;
import avalanche.victim.order.Order;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What counting the map's operations costs a read: reads of present keys of the bare {@code concurrent} map, which has
 * the cheapest reads, and of the same map counted; beside them, one exact counter and nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // the set-up comes before every use
public class MeteringBenchmark {
    /** What is counted of a read; public, as the code that is generated around the benchmark is in another package. */
    public enum Counting {
        /** Nothing: the bare map. */
        NONE,
        /** One addition that is not lost, to a counter of the thread's own: the least that an exact count takes. */
        ONE,
        /** Operations by the class of the key, and misses, as the service does it. */
        OPERATIONS
    }

    @Param
    public Counting counting;

    @Param({"4200", "1000000"})
    public int size;

    private OrderMap orders;
    private String[] ids;

    @Setup
    public void fill() {
        OrderMap bare = MapStrategy.CONCURRENT.create(MapSettings.usual());
        orders = switch (counting) {
            case NONE, ONE -> bare;
            case OPERATIONS -> new MeteredMap(bare, new MapOperations(KeyPatterns.parse("#,order:*"),
                    System::nanoTime));
        };
        ids = new String[size];
        Arrays.setAll(ids, i -> Integer.toString(i + 1));
        for (String id : ids) {
            orders.put(new Order(id, "c-17", 3, ""));
        }
    }

    @Benchmark
    public @Nullable Order read(Reader reader) {
        Order order = orders.get(ids[reader.random.nextInt(size)]);
        if (counting == Counting.ONE) {
            reader.reads.getAndIncrement();
        }
        return order;
    }

    /** A thread that reads, and the processor time that it took: unlike the wall clock's, no other program's. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Reader {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long cpuNanos;

        private final AtomicLong reads = new AtomicLong();
        private SplittableRandom random;
        private long begun;

        @Setup
        public void seed(ThreadParams thread) {
            random = new SplittableRandom(thread.getThreadIndex());
        }

        @Setup(Level.Iteration)
        public void begin() {
            begun = THREADS.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            cpuNanos = THREADS.getCurrentThreadCpuTime() - begun;
        }
    }
}
