package avalanche.victim.map;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The twelve invariants of Go's {@code sync.Map} that hold after each operation, by the numbers that they have in
 * {@code dual-map-traces.md}.
 */
final class DualInvariants {
    private final DualStep step;
    private final DualState before;
    private final DualState after;

    private DualInvariants(DualStep step) {
        this.step = step;
        before = step.before();
        after = step.after();
    }

    /** Fails where a step of that table, which has done nothing since, breaks an invariant; the message tells which. */
    static void check(DualTable<Long, Long> table, DualStep step) {
        DualInvariants invariants = new DualInvariants(step);
        invariants.checkState();
        invariants.checkSlotsShared(table.state());
        switch (step.operation()) {
            case "Store" -> invariants.checkStore(requireNonNull(step.key()));
            case "LoadOrStore" -> invariants.checkLoadOrStore(requireNonNull(step.key()));
            case "Load", "LoadAndDelete", "Delete", "Replace" -> invariants.checkOther(requireNonNull(step.key()));
            case "Range", "RangeStop" -> invariants.checkRange();
            case "RangeStoreNew", "RangeUpdate", "RangeDelete" -> invariants.checkPromotionByRange();
            default -> throw new IllegalArgumentException("no invariants are known of " + step.operation());
        }
    }

    private void checkState() {
        SortedMap<Long, String> dirty = after.dirty();
        holds(1, (dirty != null) == after.amended() && (dirty != null || after.misses() == 0));
        holds(2, after.misses() < Math.max(1, dirty == null ? 0 : dirty.size()));
        holds(3, dirty == null || !dirty.containsValue(DualState.EXPUNGED));
        after.read().forEach((key, slot) -> holds(4, !slot.equals(DualState.EXPUNGED) || (dirty != null && !dirty
                .containsKey(key))));
    }

    private void checkSlotsShared(DualTable.State<Long, Long> state) {
        Map<Long, DualSlot<Long, Long>> dirty = state.dirty();
        if (dirty != null) {
            state.read().forEach((key, slot) -> holds(5, slot.expunged() || dirty.get(key) == slot));
        }
    }

    private void checkPromotionByRange() {
        holds(7, step.did("pr") == (before.amended() ? 1 : 0));
    }

    private void checkRange() {
        checkPromotionByRange();
        checkOneLockAtMost();
        SortedMap<Long, String> all = before.dirty() == null ? before.read() : before.dirty();
        holds(7, after.equals(new DualState(all, false, null, 0)));
        holds(7, before.amended() || step.did().isEmpty());
    }

    private void checkStore(long key) {
        checkOneLockAtMost();
        checkRebuild(key);
        String slot = before.read().get(key);
        if (DualState.EXPUNGED.equals(slot)) {
            holds(9, step.did().equals(Map.of("lock", 1L)) && after.misses() == before.misses());
            holds(9, requireNonNull(after.dirty()).containsKey(key) && isLive(after.read().get(key)));
        } else if (slot != null) {
            checkNothingDone(9);
        } else {
            checkLockedWithoutMiss(10);
        }
    }

    private void checkLoadOrStore(long key) {
        checkOneLockAtMost();
        checkRebuild(key);
        String slot = before.read().get(key);
        if (slot != null && !slot.equals(DualState.EXPUNGED)) {
            checkNothingDone(10);
            holds(10, isLive(after.read().get(key)));
            holds(10, slot.equals(DualState.EMPTY) || after.equals(before));
        } else if (slot == null && isInDirty(key)) {
            checkLockedWithMiss(10);
        } else {
            checkLockedWithoutMiss(10);
        }
    }

    private void checkOther(long key) {
        checkOneLockAtMost();
        checkRebuild(key);
        if (before.amended() && !before.read().containsKey(key)) {
            checkLockedWithMiss(11);
        } else {
            checkNothingDone(12);
            holds(12, without(before.read(), key).equals(without(after.read(), key)));
        }
    }

    private void checkOneLockAtMost() {
        holds(6, step.did("lock") <= 1);
    }

    private void checkRebuild(long key) {
        boolean stores = step.operation().equals("Store") || step.operation().equals("LoadOrStore");
        boolean rebuilds = stores && !before.amended() && !before.read().containsKey(key);
        holds(8, step.did("rb") == (rebuilds ? 1 : 0));
        holds(8, step.did("cp") + step.did("ex") == (rebuilds ? before.read().size() : 0));
        if (rebuilds) {
            SortedMap<Long, String> expunged = new TreeMap<>(before.read());
            expunged.replaceAll((_, slot) -> slot.equals(DualState.EMPTY) ? DualState.EXPUNGED : slot);
            holds(8, after.read().equals(expunged));
        }
    }

    private void checkNothingDone(int invariant) {
        holds(invariant, step.did().isEmpty() && after.amended() == before.amended());
        holds(invariant, after.misses() == before.misses() && keys(after).equals(keys(before)));
    }

    private void checkLockedWithoutMiss(int invariant) {
        holds(invariant, step.did("lock") == 1 && step.did("pm") == 0 && after.misses() == before.misses());
    }

    /** The miss is counted against the dirty table that the operation leaves, and promotes it when it is full. */
    private void checkLockedWithMiss(int invariant) {
        holds(invariant, step.did("lock") == 1 && step.did("pr") == 0 && step.did("rb") == 0);
        int left = step.did("pm") == 1 ? after.read().size() : requireNonNull(after.dirty()).size();
        boolean full = before.misses() + 1 >= left;
        holds(invariant, step.did("pm") == (full ? 1 : 0));
        holds(invariant, after.misses() == (full ? 0 : before.misses() + 1));
    }

    private boolean isInDirty(long key) {
        return before.dirty() != null && before.dirty().containsKey(key);
    }

    private static boolean isLive(@Nullable String slot) {
        return slot != null && !slot.equals(DualState.EMPTY) && !slot.equals(DualState.EXPUNGED);
    }

    private static Map<String, Object> keys(DualState state) {
        return Map.of("read", state.read().keySet(), "dirty", state.dirty() == null ? "none" : state.dirty().keySet());
    }

    private static SortedMap<Long, String> without(SortedMap<Long, String> slots, long key) {
        SortedMap<Long, String> others = new TreeMap<>(slots);
        others.remove(key);
        return others;
    }

    private void holds(int invariant, boolean condition) {
        if (!condition) {
            throw new AssertionError("invariant " + invariant + " is broken by " + step);
        }
    }
}
