package avalanche.victim.map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds between orders at every instant holds in every snapshot, whatever writers and other walks do meanwhile. */
@Timeout(120)
class SnapshotConsistencyTest {
    private static final int WALKS = 400;
    private static final int ROOMY = 1_000_000;
    private static final int TIGHT = 8;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger expired = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {ROOMY, TIGHT})
    void aLaterWriteIsNeverSeenWithoutTheEarlier(int maxRetained) throws Exception {
        SnapshotMap map = new SnapshotMap(maxRetained);
        List<IntConsumer> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String suffix = "-" + i;
            List.of("a", "b", "c").forEach(name -> put(map, name + suffix, 0));
            writers.add(round -> {
                put(map, "a" + suffix, round);
                put(map, "b" + suffix, round);
                put(map, "c" + suffix, round);
            });
        }
        race(map, writers, seen -> {
            for (int i = 0; i < 3; i++) {
                int a = requireNonNull(seen.get("a-" + i));
                int c = requireNonNull(seen.get("c-" + i));
                assertThat(seen.get("b-" + i)).isBetween(c, a);
                assertThat(a - c).isLessThanOrEqualTo(1);
            }
        });
        assertThat(map.size()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {ROOMY, TIGHT})
    void anOrderThatMovesBetweenIdsIsNeverMissing(int maxRetained) throws Exception {
        SnapshotMap map = new SnapshotMap(maxRetained);
        List<IntConsumer> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String here = "here-" + i;
            String there = "there-" + i;
            put(map, here, 0);
            writers.add(round -> {
                put(map, there, round);
                assertThat(map.remove(here)).isNotNull();
                put(map, here, round);
                assertThat(map.remove(there)).isNotNull();
            });
        }
        race(map, writers, seen -> {
            for (int i = 0; i < 3; i++) {
                Integer here = seen.get("here-" + i);
                Integer there = seen.get("there-" + i);
                assertThat(here != null || there != null).isTrue();
                assertThat(here == null || there == null || here.equals(there) || there == here + 1).isTrue();
            }
        });
        assertThat(map.ids()).containsExactlyInAnyOrder("here-0", "here-1", "here-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {ROOMY, TIGHT})
    void whatWasWrittenAfterReadingIsNeverSeenWithoutWhatWasRead(int maxRetained) throws Exception {
        SnapshotMap map = new SnapshotMap(maxRetained);
        List.of("origin", "first", "second").forEach(id -> put(map, id, 0));
        List<IntConsumer> writers = List.of(round -> put(map, "origin", round), _ -> copy(map, "origin", "first"),
                _ -> copy(map, "first", "second"));
        race(map, writers, seen -> {
            assertThat(seen.get("origin")).isGreaterThanOrEqualTo(seen.get("first"));
            assertThat(seen.get("first")).isGreaterThanOrEqualTo(seen.get("second"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {ROOMY, TIGHT})
    void manyWritersOfOneIdLeaveOneVersionOrNoCell(int maxRetained) throws Exception {
        SnapshotMap map = new SnapshotMap(maxRetained);
        AtomicInteger there = new AtomicInteger();
        IntConsumer writer = round -> {
            if (map.put(new Order("hot", "c", round, "")) == null) {
                there.incrementAndGet();
            }
            if (map.remove("hot") != null) {
                there.decrementAndGet();
            }
        };
        race(map, List.of(writer, writer, writer), seen -> assertThat(seen.size()).isLessThanOrEqualTo(1));
        assertThat(there).hasValue(0);
        assertThat(map.size()).isZero();
    }

    /** Runs each writer in rounds while two threads walk, until they have walked often enough; then nothing is kept. */
    private void race(SnapshotMap map, List<IntConsumer> writers, Consumer<Map<String, Integer>> invariant)
            throws Exception {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> writing = new ArrayList<>();
            writers.forEach(writer -> writing.add(threads.submit(() -> write(writer))));
            Future<?> walking = threads.submit(() -> walk(map, invariant));
            Future<?> overlapping = threads.submit(() -> walk(map, invariant));
            try {
                walking.get();
                overlapping.get();
            } finally {
                stop.set(true);
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
        assertThat(map.internals()).containsEntry("retainedVersions", 0L).containsEntry("deletedIds", 0L)
                .containsEntry("liveSnapshots", 0L);
        assertThat(map.internals().get("expiredSnapshots")).isGreaterThanOrEqualTo(expired.get());
    }

    private void write(IntConsumer writer) {
        for (int round = 1; !stop.get(); round++) {
            writer.accept(round);
        }
    }

    private void walk(SnapshotMap map, Consumer<Map<String, Integer>> invariant) {
        for (int i = 0; i < WALKS; i++) {
            try {
                invariant.accept(SeenByWalk.duringBegin(map, Thread::yield));
            } catch (SnapshotExpired _) {
                expired.incrementAndGet();
            }
        }
    }

    private static void copy(OrderMap map, String from, String to) {
        put(map, to, requireNonNull(map.get(from)).items());
    }

    private static void put(OrderMap map, String id, int items) {
        map.put(new Order(id, "c", items, ""));
    }
}
