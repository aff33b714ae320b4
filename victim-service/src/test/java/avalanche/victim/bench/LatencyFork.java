package avalanche.victim.bench;

import avalanche.victim.bench.LatencyRow.Cell;
import avalanche.victim.map.OrderMap;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;

/** One round of one variant in a JVM of its own: prints a {@link LatencyRow} a line. */
final class LatencyFork {
    /**
     * The heap's pages are touched beforehand: the first touch of a page takes microseconds, which a map that allocates
     * for more than one write in a page would have in its p99 until the first collection, and never after it.
     */
    static final List<String> FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

    /** Ten thousand writes a second. */
    private static final long INTERVAL_NANOS = 100_000;
    private static final long WARM_UP_INTERVAL_NANOS = 10_000;
    private static final int WARM_UP_MILLIS = 400;
    private static final int MOST_WARM_UPS = 15;
    /** Of one warm-up: a compiler that took no more is done with what the writes and the walk need. */
    private static final long QUIET_COMPILER_MILLIS = 2;

    private final CellRun cells = new CellRun(System::nanoTime, Affinity.allowed());
    private final int round;
    private final int windowMillis;

    private LatencyFork(int round, int windowMillis) {
        this.round = round;
        this.windowMillis = windowMillis;
    }

    /** Arguments: variant, round, window in milliseconds, sizes, callbacks in microseconds, {@link LatencyRow#NO_WALK} for none. */
    public static void main(String[] arguments) throws Exception {
        LatencyFork fork = new LatencyFork(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        for (String size : arguments[3].split(",", -1)) {
            fork.measure(arguments[0], Integer.parseInt(size), arguments[4].split(",", -1));
        }
    }

    private void measure(String name, int size, String[] callbacks) throws Exception {
        if (name.equals(LatencyRow.NO_MAP)) {
            measureNothing(size);
            return;
        }
        Variant variant = Variant.named(name);
        OrderMap map = Maps.filled(variant.provider(), size);
        warmUp(() -> run(new Cell(name, size, 0), variant, map, WARM_UP_INTERVAL_NANOS, WARM_UP_MILLIS));
        for (String callback : callbacks) {
            Cell cell = new Cell(name, size, Integer.parseInt(callback));
            if (cell.walked() || variant.way() == Variant.Way.NATURAL) {
                print(run(cell, variant, map, INTERVAL_NANOS, windowMillis));
            }
        }
    }

    /** Until the compiler is quiet: a compilation in the measured window takes the writer's processor or the walker's. */
    private static void warmUp(Callable<?> warmUp) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long took = Long.MAX_VALUE;
        for (int i = 0; i < MOST_WARM_UPS && took > QUIET_COMPILER_MILLIS; i++) {
            long before = compiler.getTotalCompilationTime();
            warmUp.call();
            took = compiler.getTotalCompilationTime() - before;
        }
    }

    private LatencyRow run(Cell cell, Variant variant, OrderMap map, long interval, int millis) throws Exception {
        int count = (int) (millis * 1_000_000L / interval);
        OrderWrites writes = new OrderWrites(map, cell.size(), count);
        Walker walker = new Walker(variant, map, Math.max(0, cell.callbackMicros()) * 1_000L);
        CellRun.Outcome outcome = cells.run(interval, count, writes, cell.walked() ? walker : null);
        writes.end();
        return LatencyRow.of(cell, round, outcome);
    }

    /** What pacing and clock take, where nothing is written. */
    private void measureNothing(int size) throws Exception {
        warmUp(() -> cells.run(WARM_UP_INTERVAL_NANOS, (int) (WARM_UP_MILLIS * 1_000_000L / WARM_UP_INTERVAL_NANOS),
                PacedWriter.Writes.NONE, null));
        int count = (int) (windowMillis * 1_000_000L / INTERVAL_NANOS);
        Cell cell = new Cell(LatencyRow.NO_MAP, size, LatencyRow.NO_WALK);
        print(LatencyRow.of(cell, round, cells.run(INTERVAL_NANOS, count, PacedWriter.Writes.NONE, null)));
    }

    private static void print(LatencyRow row) {
        System.out.println(Results.JSON.writeValueAsString(row));
    }
}
