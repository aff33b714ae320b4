package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.fault.Waiting;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for walks in every mode over every strategy. */
@Timeout(60)
class TraversalsTest {
    private static final int ORDERS = 500;

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void visitsEachOrderExactlyOnce(MapStrategy strategy, TraversalMode mode) {
        for (int batch : new int[]{1, 64, ORDERS, 10_000}) {
            Traversals traversals = Walks.over(Walks.filled(strategy, ORDERS, 4), Walks.unhurried(mode, batch),
                    new FakeClock());
            assertThat(Walks.ids(traversals)).containsExactlyInAnyOrderElementsOf(IntStream.range(100, 100 + ORDERS)
                    .mapToObj(Integer::toString).toList());
            assertThat(traversals.report().ended()).containsEntry(Ending.COMPLETED, 1L);
            assertThat(traversals.running()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void anEmptyMapIsWalkedToItsEnd(MapStrategy strategy, TraversalMode mode) {
        Traversals traversals = Walks.over(Walks.filled(strategy, 0, 4), Walks.unhurried(mode, 64), new FakeClock());
        assertThat(Walks.walk(traversals, _ -> true)).isEqualTo(new Walked(Ending.COMPLETED, null));
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void stopsWhenTheVisitorHasEnough(MapStrategy strategy, TraversalMode mode) {
        Traversals traversals = Walks.over(Walks.filled(strategy, ORDERS, 4), Walks.unhurried(mode, 3),
                new FakeClock());
        AtomicInteger visited = new AtomicInteger();
        Walked walked = Walks.walk(traversals, _ -> visited.incrementAndGet() < 7);
        assertThat(visited).hasValue(7);
        assertThat(walked.ending()).isEqualTo(Ending.CALLER);
        assertThat(walked.checkpoint() != null).isEqualTo(mode == TraversalMode.BOUNDED);
        assertThat(traversals.report().ended()).containsEntry(Ending.CALLER, 1L).containsEntry(Ending.COMPLETED, 0L);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void stopsBeforeTheNextOrderOnceItIsCancelledOrInterrupted(MapStrategy strategy, TraversalMode mode) {
        Traversals traversals = Walks.over(Walks.filled(strategy, ORDERS, 4), Walks.unhurried(mode, 3),
                new FakeClock());
        Cancellation cancellation = new Cancellation();
        assertThat(visitedUntil(traversals, cancellation, cancellation::cancel)).isEqualTo(5);
        assertThat(visitedUntil(traversals, new Cancellation(), () -> Thread.currentThread().interrupt())).isEqualTo(
                5);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(traversals.report().ended()).containsEntry(Ending.CANCELLED, 2L);
    }

    @ParameterizedTest
    @EnumSource(value = TraversalMode.class, names = {"PAGED", "BOUNDED"})
    void aWaitForThePaceEndsWhenTheWalkIsCancelled(TraversalMode mode) throws Exception {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.LOCKED, ORDERS, 1), Walks.setting(mode, 1, 1,
                3_600_000, 1), Waiting.REAL);
        Cancellation cancellation = new Cancellation();
        CountDownLatch visited = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Walked> walk = threads.submit(() -> traversals.prepare(null).walk(_ -> {
                visited.countDown();
                return true;
            }, cancellation));
            visited.await();
            cancellation.cancel();
            assertThat(walk.get().ending()).isEqualTo(Ending.CANCELLED);
        }
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void aFailureOfTheVisitorReachesTheCallerAndFreesTheMap(MapStrategy strategy, TraversalMode mode) {
        OrderMap map = Walks.filled(strategy, ORDERS, 4);
        Traversals traversals = Walks.over(map, Walks.unhurried(mode, 3), new FakeClock());
        IllegalStateException failure = new IllegalStateException("the client went away");
        assertThatThrownBy(() -> Walks.walk(traversals, _ -> {
            throw failure;
        })).isSameAs(failure);
        map.put(Walks.order("new", 1));
        assertThat(Walks.ids(traversals)).hasSize(ORDERS + 1);
        Traversals.Report report = traversals.report();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.running()).isZero();
        assertThat(report.ended()).containsEntry(Ending.COMPLETED, 1L);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#combinations")
    void keepsBookOfTheWalkFromItsBeginningToItsEnd(MapStrategy strategy, TraversalMode mode) {
        FakeClock clock = new FakeClock();
        Traversals traversals = Walks.over(Walks.filled(strategy, 10, 4), Walks.unhurried(mode, 3), clock);
        List<Long> longest = new ArrayList<>();
        Walks.walk(traversals, _ -> {
            assertThat(traversals.running()).isEqualTo(1);
            longest.add(traversals.report().longestRunningNanos());
            clock.passes(1_000_000_000);
            return true;
        });
        assertThat(longest).hasSize(10).isSorted();
        assertThat(longest.getFirst()).isZero();
        assertThat(longest.getLast()).isBetween(9_000_000_000L, 9_900_000_000L);
        assertThat(traversals.running()).isZero();
        assertThat(traversals.report().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource(TraversalMode.class)
    void aWalkThatWaitsForItsLockDoesNotRunYet(TraversalMode mode) throws Exception {
        OrderMap map = Walks.filled(MapStrategy.LOCKED, 10, 1);
        Traversals traversals = Walks.over(map, Walks.unhurried(TraversalMode.HELD, 3), Waiting.REAL);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Walked> first = threads.submit(() -> Walks.walk(traversals, _ -> {
                inside.countDown();
                awaitQuietly(goOn);
                return true;
            }));
            inside.await();
            Future<?> writer = threads.submit(() -> map.put(Walks.order("new", 1)));
            Walks.awaitWaiters(map, 1);
            traversals.configure(Walks.unhurried(mode, 3));
            Future<Walked> second = threads.submit(() -> Walks.walk(traversals, _ -> true));
            Walks.awaitWaiters(map, 2);
            assertThat(traversals.running()).isEqualTo(1);
            goOn.countDown();
            assertThat(first.get().ending()).isEqualTo(Ending.COMPLETED);
            assertThat(second.get().ending()).isEqualTo(Ending.COMPLETED);
            writer.get();
        }
    }

    @Test
    void aRunningWalkEndsAsItBegan() {
        FakeClock clock = new FakeClock();
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.LOCKED, 10, 1), Walks.unhurried(
                TraversalMode.YIELDING_HELD, 1), clock);
        Walks.walk(traversals, _ -> {
            traversals.configure(Walks.unhurried(TraversalMode.NATURAL, 1));
            return true;
        });
        assertThat(clock.yields()).isEqualTo(10);
        Walks.walk(traversals, _ -> true);
        assertThat(clock.yields()).isEqualTo(10);
        assertThat(traversals.setting().mode()).isEqualTo(TraversalMode.NATURAL);
    }

    @ParameterizedTest
    @MethodSource("avalanche.victim.traversal.Walks#refusals")
    void aModeThatNeedsASectionIsRefusedWhereThereIsNone(MapStrategy strategy, TraversalMode mode) {
        OrderMap map = Walks.filled(strategy, 1, 1);
        TraversalSetting setting = Walks.unhurried(mode, 1);
        String why = " is '" + mode.id() + "'; allowed: natural, yielding, paged, bounded with the strategy '"
                + strategy.id() + "', which has no critical section to walk in";
        assertThatThrownBy(() -> new Traversals(map, strategy.id(), setting, Waiting.REAL)).isInstanceOf(
                InvalidSetting.class).hasMessage("victim.traversal.mode" + why);
        Traversals traversals = new Traversals(map, strategy.id(), Walks.unhurried(TraversalMode.PAGED, 1),
                Waiting.REAL);
        assertThatThrownBy(() -> traversals.configure(setting)).isInstanceOf(InvalidSetting.class).hasMessage("mode"
                + why);
        assertThat(traversals.setting().mode()).isEqualTo(TraversalMode.PAGED);
    }

    @ParameterizedTest
    @EnumSource(value = TraversalMode.class, mode = EnumSource.Mode.EXCLUDE, names = "BOUNDED")
    void onlyABoundedWalkGoesOnFromACheckpoint(TraversalMode mode) {
        Traversals traversals = Walks.over(Walks.filled(MapStrategy.LOCKED, 1, 1), Walks.unhurried(mode, 1),
                new FakeClock());
        assertThat(traversals.prepare(null).resumable()).isFalse();
        assertThatThrownBy(() -> traversals.prepare(new Checkpoint("1", "2").token())).isInstanceOf(
                InvalidSetting.class).hasMessageContaining("the mode in force is " + mode.id());
    }

    /** How many orders a walk visits that is stopped in the fifth callback. */
    private static int visitedUntil(Traversals traversals, Cancellation cancellation, Runnable stop) {
        AtomicInteger visited = new AtomicInteger();
        Walked walked = traversals.prepare(null).walk(_ -> {
            if (visited.incrementAndGet() == 5) {
                stop.run();
            }
            return true;
        }, cancellation);
        assertThat(walked.ending()).isEqualTo(Ending.CANCELLED);
        return visited.get();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
