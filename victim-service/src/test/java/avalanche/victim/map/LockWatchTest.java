package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** By a clock of its own, so that durations are exact. */
class LockWatchTest {
    private final AtomicLong clock = new AtomicLong();
    private final LockWatch watch = new LockWatch(clock::get);

    private static Histogram decoded(String text) throws DataFormatException {
        return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
    }

    @Test
    void countsAcquisitionsThatWaitedAndThoseThatDidNot_inOneHistogram() throws DataFormatException {
        for (int i = 0; i < 3; i++) {
            watch.acquiredAtOnce();
            watch.released(watch.acquired("put"));
        }
        LockWatch.Wait wait = watch.waiting();
        clock.addAndGet(1_000);
        assertThat(watch.report()).satisfies(report -> {
            assertThat(report.waiters()).isEqualTo(1);
            assertThat(report.longestWaitNanos()).isEqualTo(1_000);
            assertThat(report.acquisitions()).isEqualTo(3);
            assertThat(report.contended()).isEqualTo(1);
        });
        watch.waited(wait);
        LockReport report = watch.report();
        assertThat(report.waiters()).isZero();
        assertThat(report.acquisitions()).isEqualTo(4);
        Histogram waits = decoded(report.waitNanos());
        assertThat(waits.getTotalCount()).isEqualTo(4);
        assertThat(waits.getCountAtValue(0)).isEqualTo(3);
        assertThat(waits.getCountBetweenValues(990, 1_010)).isEqualTo(1);
        assertThat(decoded(watch.report().waitNanos())).as("a second look counts nothing twice").isEqualTo(waits);
    }

    @Test
    void tellsEveryHolder_thoseOfOneThreadToo() throws DataFormatException {
        Deque<LockWatch.Hold> holds = new ArrayDeque<>();
        for (int i = 0; i < 5; i++) {
            holds.push(watch.acquired("hold " + i));
            clock.addAndGet(10);
        }
        assertThat(watch.report().holders()).extracting(LockReport.Holder::doing).containsExactlyInAnyOrder("hold 0",
                "hold 1", "hold 2", "hold 3", "hold 4");
        assertThat(watch.report().holders()).extracting(LockReport.Holder::heldNanos).containsExactlyInAnyOrder(50L,
                40L, 30L, 20L, 10L);
        watch.released(holds.removeLast());
        assertThat(watch.report().holders()).extracting(LockReport.Holder::doing).containsExactlyInAnyOrder("hold 1",
                "hold 2", "hold 3", "hold 4");
        holds.forEach(watch::released);
        assertThat(watch.report().holders()).isEmpty();
        assertThat(decoded(watch.report().holdNanos()).getTotalCount()).isEqualTo(5);
    }

    @Test
    void manyThreadsHoldAtOnce_eachIsToldAndGoneAfterwards() throws InterruptedException {
        WatchedLock reading = new WatchedLock(new ReentrantReadWriteLock().readLock(), watch);
        Deque<Thread> threads = new ArrayDeque<>();
        try (WatchedLock.Held _ = reading.acquire("outermost")) {
            for (int i = 0; i < 40; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    for (int round = 0; round < 500; round++) {
                        try (WatchedLock.Held _ = reading.acquire("outer");
                                WatchedLock.Held _ = reading.acquire(
                                        "inner")) {
                            Thread.onSpinWait();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(watch.report().holders()).extracting(LockReport.Holder::doing).containsExactly("outermost");
        }
        assertThat(watch.report().holders()).isEmpty();
        assertThat(watch.report().acquisitions()).isEqualTo(1 + 40 * 500 * 2);
    }
}
