package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BoundedTraversalTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final FakeClock clock = new FakeClock();

    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void stopsAtItsDeadlineAndGoesOnFromItsCheckpoint(MapStrategy strategy) {
        Traversals traversals = Walks.over(Walks.filled(strategy, 25, 4), bounded(100, Walks.MANY), clock);
        List<String> ids = new ArrayList<>();
        List<Ending> endings = new ArrayList<>();
        String after = null;
        do {
            Walked walked = Walks.walk(traversals, after, order -> {
                clock.passes(10 * MILLI);
                return ids.add(order.id());
            });
            endings.add(walked.ending());
            after = token(walked);
        } while (after != null);
        assertThat(endings).containsExactly(Ending.DEADLINE, Ending.DEADLINE, Ending.COMPLETED);
        assertThat(ids).hasSize(25).doesNotHaveDuplicates().isSortedAccordingTo(Checkpoint.ORDER);
        assertThat(traversals.report().ended()).containsEntry(Ending.DEADLINE, 2L).containsEntry(Ending.COMPLETED, 1L);
    }

    @Test
    void visitsOneOrderAtLeastHoweverShortTheDeadline() {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.CONCURRENT, 5, 1), bounded(1, 2), clock);
        List<String> ids = new ArrayList<>();
        int calls = 0;
        String after = null;
        do {
            after = token(Walks.walk(traversals, after, order -> ids.add(order.id())));
            calls++;
        } while (after != null);
        assertThat(ids).containsExactly("100", "101", "102", "103", "104");
        assertThat(calls).isEqualTo(5);
    }

    @Test
    void doesNotWaitForAPaceThatTheDeadlineForestalls() {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.CONCURRENT, 5, 1), bounded(900, 1), clock);
        long begun = clock.nanos();
        assertThat(Walks.walk(traversals, _ -> true).ending()).isEqualTo(Ending.DEADLINE);
        assertThat(clock.nanos()).isEqualTo(begun);
    }

    @Test
    void keepsItsPaceInEverySecondAlsoOverResumptions() {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.CONCURRENT, 900, 1), bounded(70, 250), clock);
        clock.oversleeps(73_000);
        List<Long> visits = new ArrayList<>();
        String after = null;
        do {
            after = token(Walks.walk(traversals, after, _ -> visits.add(clock.nanos())));
        } while (after != null);
        assertThat(visits).hasSize(900);
        for (int i = 250; i < visits.size(); i++) {
            assertThat(visits.get(i) - visits.get(i - 250)).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat(visits.getLast() - visits.getFirst()).isLessThan(5 * SECOND);
    }

    @Test
    void aCancelledWalkHasACheckpointEvenBeforeItsFirstOrder() {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.LOCKED, 5, 1), bounded(100, 100), clock);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        Walked none = traversals.prepare(null).walk(_ -> true, cancelled);
        assertThat(none).isEqualTo(new Walked(Ending.CANCELLED, new Checkpoint(null, "104")));
        List<String> ids = new ArrayList<>();
        assertThat(Walks.walk(traversals, token(none), order -> ids.add(order.id())).ending()).isEqualTo(
                Ending.COMPLETED);
        assertThat(ids).hasSize(5);
    }

    @Test
    void goesOnInAnotherProcessAndFromAKeyThatIsGone() {
        OrderMap map = Walks.filled(MapStrategy.DUAL_MAP, 10, 1);
        Walked first = Walks.walk(Walks.over(map, bounded(100, Walks.MANY), clock), order -> !order.id().equals("104"));
        OrderMap restarted = Walks.filled(MapStrategy.SEGMENTED, 10, 16);
        restarted.remove("104");
        restarted.remove("105");
        List<String> ids = new ArrayList<>();
        Walks.walk(Walks.over(restarted, bounded(100, Walks.MANY), clock), token(first), order -> ids.add(order.id()));
        assertThat(ids).containsExactly("106", "107", "108", "109");
    }

    @Test
    void endsHoweverFastOrdersAreCreated() {
        OrderMap map = Walks.filled(MapStrategy.CONCURRENT, 100, 1);
        Traversals traversals = Walks.over(map, bounded(3_600_000, Walks.MANY), clock);
        AtomicInteger created = new AtomicInteger(200);
        AtomicInteger visited = new AtomicInteger();
        String after = null;
        do {
            after = token(Walks.walk(traversals, after, _ -> {
                for (int i = 0; i < 3; i++) {
                    map.put(Walks.order(Integer.toString(created.getAndIncrement()), 1));
                }
                return visited.incrementAndGet() % 10 != 0;
            }));
        } while (after != null);
        assertThat(visited).hasValue(100);
    }

    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void missesNoneAndDoublesNoneWhateverIsWrittenMeanwhile(MapStrategy strategy) {
        for (long seed = 1; seed <= 60; seed++) {
            new Churn(strategy, seed).run();
        }
    }

    @ParameterizedTest
    @EnumSource(MapStrategy.class)
    void missesNoneAndDoublesNoneBesideOtherThreads(MapStrategy strategy) throws Exception {
        OrderMap map = Walks.filled(strategy, 300, 4);
        Traversals traversals = Walks.over(map, bounded(3_600_000, 1_000_000), Waiting.REAL);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit(() -> {
                    while (!over.get()) {
                        String id = "a" + random.nextInt(100);
                        map.put(Walks.order(id, 1));
                        map.replace(Walks.order(Integer.toString(100 + random.nextInt(300)), 2));
                        map.remove(id);
                        Thread.onSpinWait();
                    }
                }));
            }
            Random stop = new Random(9);
            for (int round = 0; round < 3; round++) {
                List<String> ids = new ArrayList<>();
                String after = null;
                do {
                    after = token(Walks.walk(traversals, after, order -> ids.add(order.id()) && stop.nextInt(20) > 0));
                } while (after != null);
                assertThat(ids).doesNotHaveDuplicates();
                assertThat(ids.stream().filter(id -> !id.startsWith("a"))).hasSize(300);
            }
            over.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private static TraversalSetting bounded(int deadlineMillis, int entriesPerSecond) {
        return Walks.setting(TraversalMode.BOUNDED, 64, 20, deadlineMillis, entriesPerSecond);
    }

    private static @Nullable String token(Walked walked) {
        Checkpoint checkpoint = walked.checkpoint();
        return checkpoint == null ? null : checkpoint.token();
    }

    /** One walk in many parts, with writes in every callback and between the parts. */
    private static final class Churn {
        private static final String[] FORMS = {"%d", "o-%d", "%x", "ä%d", "%06d"};

        private final Random random;
        private final OrderMap map;
        private final FakeClock clock = new FakeClock();
        private final Traversals traversals;
        private final Set<String> throughout = new HashSet<>();
        private final List<String> visited = new ArrayList<>();
        private final long seed;

        private Churn(MapStrategy strategy, long seed) {
            this.seed = seed;
            random = new Random(seed);
            map = Walks.filled(strategy, 0, 4);
            traversals = Walks.over(map, bounded(20, 1_000_000), clock);
            for (int i = random.nextInt(200); i >= 0; i--) {
                String id = id();
                map.put(Walks.order(id, 1));
                throughout.add(id);
            }
        }

        private void run() {
            String after = null;
            int parts = 0;
            do {
                int most = 1 + random.nextInt(20);
                int before = visited.size();
                after = token(Walks.walk(traversals, after, order -> {
                    visited.add(order.id());
                    clock.passes(random.nextInt(3) * MILLI);
                    write();
                    return visited.size() < before + most;
                }));
                write();
                parts++;
            } while (after != null && parts < 10_000);
            assertThat(after).as("seed %d", seed).isNull();
            assertThat(visited).as("seed %d", seed).doesNotHaveDuplicates().containsAll(throughout);
        }

        private void write() {
            for (int i = random.nextInt(4); i > 0; i--) {
                String id = id();
                switch (random.nextInt(3)) {
                    case 0 -> map.put(Walks.order(id, 2));
                    case 1 -> map.replace(Walks.order(id, 3));
                    default -> {
                        map.remove(id);
                        throughout.remove(id);
                    }
                }
            }
        }

        private String id() {
            return FORMS[random.nextInt(FORMS.length)].formatted(random.nextInt(120));
        }
    }
}
