package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.HashMap;
import java.util.Map;
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

/**
 * Time and bytes of a walk that ends at its first order: what has to be done before a walk can begin, which is the
 * snapshot where a map takes one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // the set-up comes before every use
public class SnapshotBenchmark {
    @Param("concurrent")
    public String variant;

    @Param("800")
    public int size;

    private Variant walked;
    private OrderMap orders;
    private Map<String, Order> copied;
    private FirstOrder first;
    private String last = "n-0";
    private long number;

    @Setup
    public void fill() {
        walked = Variant.named(variant);
        orders = Maps.filled(walked.provider(), size);
        copied = HashMap.newHashMap(size);
        for (String id : Maps.ids(size)) {
            copied.put(id, Maps.order(id));
        }
        first = new FirstOrder();
    }

    /** On a map that rests. */
    @Benchmark
    public @Nullable Order begun() {
        walked.walk(orders, first);
        return first.order();
    }

    /** After a new key was put and another one taken out: what writes pay for walks, and walks for writes, is in it. */
    @Benchmark
    public @Nullable Order begunAfterANewKey() {
        orders.remove(last);
        last = "n-" + number++;
        orders.put(Maps.order(last));
        walked.walk(orders, first);
        return first.order();
    }

    /** What the cheapest snapshot without a map's help costs. */
    @Benchmark
    public Map<String, Order> hashMapCopy() {
        return new HashMap<>(copied);
    }
}
