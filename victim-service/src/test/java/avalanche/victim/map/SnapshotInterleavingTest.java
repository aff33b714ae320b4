package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.order.Order;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others do while a writer stands between placing its version and stamping it. */
@Timeout(60)
class SnapshotInterleavingTest {
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final SnapshotRegister register = new SnapshotRegister(1_000_000, this::runNext);
    private final SnapshotMap map = new SnapshotMap(register);
    private final Map<String, Map<String, Integer>> seen = new HashMap<>();

    @Test
    void aSnapshotTakenBeforeTheStampDoesNotHaveTheWrite() {
        put("a", 1);
        whileUnstamped(() -> walk("early"), () -> put("a", 2));
        walk("late");
        assertThat(seen).isEqualTo(Map.of("early", Map.of("a", 1), "late", Map.of("a", 2)));
        assertNothingIsKept();
    }

    @Test
    void aSnapshotTakenAfterSomeoneReadTheWriteHasIt() {
        put("a", 1);
        whileUnstamped(() -> {
            assertThat(map.get("a")).isEqualTo(order("a", 2));
            walk("after the read");
        }, () -> put("a", 2));
        assertThat(seen).isEqualTo(Map.of("after the read", Map.of("a", 2)));
        assertNothingIsKept();
    }

    @Test
    void aStampThatAReaderSetIsNotSetAgainByTheWriter() {
        SnapshotCell cell = new SnapshotCell();
        cell.write("a", order("a", 1), false, register);
        LiveSnapshot[] snapshot = new LiveSnapshot[1];
        whileUnstamped(() -> {
            cell.now(register.clock());
            snapshot[0] = register.take();
        }, () -> cell.write("a", order("a", 2), false, register));
        assertThat(cell.at(snapshot[0].instant(), register.clock())).isEqualTo(order("a", 2));
        assertThat(cell.depth()).isEqualTo(1);
    }

    @Test
    void aSnapshotThatHasALaterWriteHasTheEarlierOneOfItsObserver() {
        put("a", 1);
        put("b", 1);
        whileUnstamped(() -> {
            put("b", map.get("a") == null ? 0 : 2);
            walk("after both");
        }, () -> map.remove("a"));
        assertThat(seen).isEqualTo(Map.of("after both", Map.of("b", 0)));
        assertNothingIsKept();
    }

    @Test
    void anOvertakenWriterDoesNotUndoTheNextWrite() {
        put("a", 1);
        whileUnstamped(() -> put("a", 3), () -> put("a", 2));
        assertThat(map.get("a")).isEqualTo(order("a", 3));
        assertNothingIsKept();
    }

    @Test
    void aDeletionThatWasOvertakenByAPutTakesNothingOut() {
        put("a", 1);
        whileUnstamped(() -> put("a", 2), () -> assertThat(map.remove("a")).isEqualTo(order("a", 1)));
        assertThat(map.get("a")).isEqualTo(order("a", 2));
        walk("after");
        assertThat(seen).isEqualTo(Map.of("after", Map.of("a", 2)));
        assertNothingIsKept();
    }

    @Test
    void aPutThatWasOvertakenByADeletionLeavesNoCell() {
        whileUnstamped(() -> assertThat(map.remove("a")).isEqualTo(order("a", 1)), () -> put("a", 1));
        assertThat(map.get("a")).isNull();
        walk("after");
        assertThat(seen).isEqualTo(Map.of("after", Map.of()));
        assertNothingIsKept();
    }

    @Test
    void whatAnOvertakenWriterSupersededIsLetGoThoughItsOwnVersionIsGone() {
        SnapshotCell cell = new SnapshotCell();
        cell.write("a", order("a", 1), false, register);
        LiveSnapshot[] snapshot = new LiveSnapshot[1];
        whileUnstamped(() -> {
            snapshot[0] = register.take();
            cell.write("a", order("a", 3), false, register);
            map.end(snapshot[0]);
        }, () -> cell.write("a", order("a", 2), false, register));
        assertThat(cell.now(register.clock())).isEqualTo(order("a", 3));
        assertThat(cell.depth()).isEqualTo(1);
        assertThat(register.retained()).isZero();
    }

    @Test
    void whatAnOvertakenWriterSupersededIsKeptForASnapshotThatNeedsIt() {
        put("a", 1);
        LiveSnapshot[] snapshot = new LiveSnapshot[1];
        whileUnstamped(() -> {
            snapshot[0] = register.take();
            put("a", 3);
        }, () -> put("a", 2));
        assertThat(register.retained()).isEqualTo(1);
        map.end(snapshot[0]);
        assertNothingIsKept();
    }

    /** Does something when the clock is read next for the version that the writer has placed. */
    private void whileUnstamped(Runnable others, Runnable writer) {
        meanwhile.add(others);
        writer.run();
        assertThat(meanwhile).isEmpty();
    }

    private void runNext() {
        Runnable next = meanwhile.poll();
        if (next != null) {
            next.run();
        }
    }

    private void assertNothingIsKept() {
        assertThat(map.internals()).containsEntry("retainedVersions", 0L).containsEntry("deletedIds", 0L);
    }

    private void walk(String name) {
        seen.put(name, SeenByWalk.of(map));
    }

    private void put(String id, int items) {
        map.put(order(id, items));
    }

    private static Order order(String id, int items) {
        return new Order(id, "c", items, "");
    }
}
