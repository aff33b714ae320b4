package avalanche.victim.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The replay of one sequence of operations on a dual table of its own. */
final class DualMapReplay {
    private final DualTable<Long, Long> table = new DualTable<>(new LockWatch(System::nanoTime));

    private DualMapReplay() {}

    /**
     * Replays every operation of the trace; answers how many.
     *
     * @throws AssertionError at the first one whose result, inner work or state after it is not Go's, or which breaks an
     * invariant; its message names the sequence and the operation
     */
    static int replay(DualMapTrace trace) {
        int replayed = 0;
        for (DualMapTrace.Sequence sequence : trace.sequences()) {
            DualMapReplay replay = new DualMapReplay();
            for (DualMapTrace.Operation operation : sequence.operations()) {
                try {
                    replay.replay(operation);
                } catch (AssertionError | RuntimeException problem) {
                    throw new AssertionError(trace.name() + ", sequence " + sequence.id() + " (" + sequence.mix()
                            + "), " + operation + ": " + problem.getMessage(), problem);
                }
                replayed++;
            }
        }
        return replayed;
    }

    private void replay(DualMapTrace.Operation operation) {
        Map<String, Object> fields = operation.fields();
        Long key = fields.containsKey("k") ? operation.number("k") : null;
        DualStep step = DualStep.take(table, operation.name(), key, () -> apply(operation));
        agree("the result", fields.get("r"), step.result());
        agree("the state", fields.get("st"), step.after().traced());
        agree("the work inside", fields.getOrDefault("d", Map.of()), step.did());
        DualInvariants.check(table, step);
    }

    private static void agree(String what, @Nullable Object go, @Nullable Object ours) {
        if (!Objects.equals(go, ours)) {
            throw new AssertionError(what + " is\n" + ours + "\nbut Go's is\n" + go);
        }
    }

    private @Nullable Object apply(DualMapTrace.Operation operation) {
        return switch (operation.name()) {
            case "Load" -> found(table.load(operation.number("k")));
            case "Store" -> {
                table.store(operation.number("k"), operation.number("val"));
                yield null;
            }
            case "LoadOrStore" -> loadOrStore(operation.number("k"), operation.number("val"));
            case "LoadAndDelete" -> found(table.loadAndDelete(operation.number("k")));
            case "Delete" -> {
                table.loadAndDelete(operation.number("k"));
                yield null;
            }
            case "Range" -> Map.of("pairs", range((_, _) -> {}));
            case "RangeStop" -> Map.of("count", rangeUntil(operation.number("limit")));
            case "RangeStoreNew" -> Map.of("pairs", rangeAndStoreNew(operation));
            case "RangeUpdate" -> Map.of("pairs", range((key, value) -> table.store(key, value + operation.number(
                    "delta"))));
            case "RangeDelete" -> Map.of("pairs", range(this::deleteIfEven));
            default -> throw new IllegalArgumentException("unknown operation '" + operation.name()
                    + "'; allowed: Load, Store, LoadOrStore, LoadAndDelete, Delete, Range, RangeStop, RangeStoreNew, "
                    + "RangeUpdate, RangeDelete");
        };
    }

    private Map<String, @Nullable Object> loadOrStore(long key, long value) {
        Long before = table.loadOrStore(key, value);
        return answer(before == null ? value : before, before != null);
    }

    private void deleteIfEven(long key, long value) {
        if (value % 2 == 0) {
            table.loadAndDelete(key);
        }
    }

    private long rangeUntil(long limit) {
        AtomicInteger visits = new AtomicInteger();
        LongPredicate more = count -> count < limit;
        table.range(() -> {}, (_, _) -> more.test(visits.incrementAndGet()));
        return visits.get();
    }

    private List<List<Long>> rangeAndStoreNew(DualMapTrace.Operation operation) {
        AtomicInteger visits = new AtomicInteger();
        return range((_, _) -> {
            if (visits.incrementAndGet() == 1) {
                table.store(operation.number("k"), operation.number("val"));
            }
        });
    }

    /** Visits every entry; answers what was visited, by key. */
    private List<List<Long>> range(Visitor visitor) {
        List<List<Long>> pairs = new ArrayList<>();
        table.range(() -> {}, (key, value) -> {
            pairs.add(List.of(key, value));
            visitor.visit(key, value);
            return true;
        });
        pairs.sort(Comparator.comparing(List::getFirst));
        return pairs;
    }

    private static Map<String, @Nullable Object> found(@Nullable Long value) {
        return answer(value, value != null);
    }

    private static Map<String, @Nullable Object> answer(@Nullable Long value, boolean ok) {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("v", value);
        answer.put("ok", ok);
        return answer;
    }

    private interface Visitor {
        void visit(long key, long value);
    }
}
