package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Operations of two threads on present keys, a get or a put with the same chance, alone and beside a walk: how many a
 * second, and the processor time of one, which other programs on the machine disturb less.
 */
final class SnapshotThroughput {
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int THREADS = 2;
    /** Of processor time, so that a busy machine makes a stretch longer but not poorer. */
    private static final long STRETCH_NANOS = 200_000_000L;
    private static final int BATCH = 1_024;

    private final OrderMap map;
    private final List<Order> orders;
    private final Rates alone = new Rates();
    private final Rates besideAWalk = new Rates();

    SnapshotThroughput(OrderMap map, List<Order> orders) {
        this.map = map;
        this.orders = orders;
    }

    void warmUp() {
        Rates unused = new Rates();
        measureInto(unused);
        besideAWalk(() -> measureInto(unused));
    }

    void measure() {
        measureInto(alone);
        besideAWalk(() -> measureInto(besideAWalk));
    }

    Rates alone() {
        return alone;
    }

    Rates besideAWalk() {
        return besideAWalk;
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private void measureInto(Rates rates) {
        Stretch[] stretches = new Stretch[THREADS];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int index = i;
            threads.add(Thread.ofPlatform().name("operations-" + i).start(() -> stretches[index] = stretch(index)));
        }
        threads.forEach(SnapshotThroughput::join);
        rates.perSecond.add(Arrays.stream(stretches).mapToDouble(Stretch::perSecond).sum());
        rates.processorNanos.add(Arrays.stream(stretches).mapToDouble(Stretch::processorNanos).average().orElseThrow());
    }

    private Stretch stretch(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long processorBegin = PROCESSOR.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long done = 0;
        long seen = 0;
        while (PROCESSOR.getCurrentThreadCpuTime() - processorBegin < STRETCH_NANOS) {
            for (int i = 0; i < BATCH; i++) {
                long draw = random.nextLong();
                Order order = orders.get((int) ((draw >>> 33) % orders.size()));
                Order there = (draw & 1) == 0 ? map.get(order.id()) : map.put(order);
                seen += there == null ? 0 : 1;
            }
            done += BATCH;
        }
        if (seen != done) {
            throw new IllegalStateException((done - seen) + " of the orders were not there");
        }
        long nanos = System.nanoTime() - begin;
        return new Stretch(done * 1e9 / nanos, (double) (PROCESSOR.getCurrentThreadCpuTime() - processorBegin) / done);
    }

    /** Runs while a walk with callbacks of a millisecond is under way, which sleeps most of the time. */
    private void besideAWalk(Runnable measurement) {
        CountDownLatch begun = new CountDownLatch(1);
        Thread walker = Thread.ofPlatform().name("walker").start(() -> map.walk(new OrderMap.Walk() {
            @Override
            public void begins() {
                begun.countDown();
            }

            @Override
            public boolean visit(Order order) {
                LockSupport.parkNanos(1_000_000);
                return !Thread.currentThread().isInterrupted();
            }

            @Override
            public void stretchEnds() {}
        }));
        try {
            begun.await();
            measurement.run();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            walker.interrupt();
            join(walker);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record Stretch(double perSecond, double processorNanos) {}

    /** What was measured, once a round. */
    static final class Rates {
        private final List<Double> perSecond = new ArrayList<>();
        private final List<Double> processorNanos = new ArrayList<>();

        double perSecond() {
            return median(perSecond);
        }

        double processorNanos() {
            return median(processorNanos);
        }
    }
}
