package avalanche.victim.order;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Who waits for which order to change. */
final class Changes {
    private final ConcurrentHashMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    /** Begins to watch an order; closing ends it. */
    Watch watch(String id) {
        CountDownLatch latch = new CountDownLatch(1);
        waiting.compute(id, (_, there) -> {
            Set<CountDownLatch> latches = there == null ? new HashSet<>() : there;
            latches.add(latch);
            return latches;
        });
        return new Watch(id, latch);
    }

    /** Wakes everyone who watches the order. */
    void changed(String id) {
        waiting.computeIfPresent(id, (_, latches) -> {
            latches.forEach(CountDownLatch::countDown);
            return latches;
        });
    }

    /** One who watches an order. */
    final class Watch implements AutoCloseable {
        private final String id;
        private final CountDownLatch latch;

        private Watch(String id, CountDownLatch latch) {
            this.id = id;
            this.latch = latch;
        }

        /** Waits until the order changed since the watch began, at most so long; answers whether it did. */
        boolean await(Duration atMost) {
            try {
                return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(id, (_, latches) -> {
                latches.remove(latch);
                return latches.isEmpty() ? null : latches;
            });
        }
    }
}
