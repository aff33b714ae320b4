package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StripedCountersTest {
    @Test
    void losesNoIncrementOfManyThreadsThatShareAStripe() throws InterruptedException {
        StripedCounters counters = new StripedCounters(3, 1);
        incremented(counters, Thread.ofPlatform().factory(), 64, 20_000);
        assertThat(List.of(counters.sum(0), counters.sum(1), counters.sum(2))).containsExactly(1_280_000L, 0L,
                640_000L);
    }

    @Test
    void losesNoIncrementOfThousandsOfVirtualThreads() throws InterruptedException {
        StripedCounters counters = new StripedCounters(3, 8);
        incremented(counters, Thread.ofVirtual().factory(), 5_000, 200);
        assertThat(List.of(counters.sum(0), counters.sum(1), counters.sum(2))).containsExactly(1_000_000L, 0L,
                500_000L);
    }

    @Test
    void theFirstAndTheLastCounterOfEachStripeAreTheirOwn() throws InterruptedException {
        StripedCounters counters = new StripedCounters(115, 2);
        for (int i = 0; i < 115; i++) {
            int counter = i;
            for (int thread = 0; thread < 8; thread++) {
                Thread.ofVirtual().start(() -> counters.increment(counter)).join();
            }
        }
        for (int i = 0; i < 115; i++) {
            assertThat(counters.sum(i)).as("counter %s", i).isEqualTo(8);
        }
    }

    /** Counter 0 once a time, counter 2 every other time, all threads at once. */
    private static void incremented(StripedCounters counters, ThreadFactory factory, int threads, int times)
            throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = factory.newThread(() -> {
                awaitQuietly(go);
                for (int time = 0; time < times; time++) {
                    counters.increment(0);
                    if (time % 2 == 0) {
                        counters.increment(2);
                    }
                }
            });
            thread.start();
            all.add(thread);
        }
        go.countDown();
        for (Thread thread : all) {
            thread.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
