package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Locks one segment at a time, each with its own read-write lock; a walk holds a segment's read lock while the callbacks
 * of that segment run; fails as the one-lock map does, with waits bounded by the walk of a segment.
 */
final class SegmentedMap implements OrderMap, OrderMap.Section {
    private final LockWatch watch;
    private final List<LockedMap> segments;

    SegmentedMap(int segments, LongSupplier nanos) {
        watch = new LockWatch(nanos);
        this.segments = IntStream.range(0, segments).mapToObj(_ -> new LockedMap(watch)).toList();
    }

    @Override
    public @Nullable Order get(String id) {
        return segment(id).get(id);
    }

    @Override
    public @Nullable Order put(Order order) {
        return segment(order.id()).put(order);
    }

    @Override
    public @Nullable Order replace(Order order) {
        return segment(order.id()).replace(order);
    }

    @Override
    public @Nullable Order remove(String id) {
        return segment(id).remove(id);
    }

    @Override
    public void walk(Walk walk) {
        walkHeld(walk);
    }

    @Override
    public List<String> ids() {
        return segments.stream().flatMap(segment -> segment.ids().stream()).toList();
    }

    @Override
    public Section section() {
        return this;
    }

    @Override
    public boolean walkHeld(Walk walk) {
        OnceBegun begun = new OnceBegun(walk);
        return segments.stream().allMatch(segment -> segment.walkHeld(begun));
    }

    @Override
    public boolean walkCopied(Walk walk) {
        OnceBegun begun = new OnceBegun(walk);
        return segments.stream().allMatch(segment -> segment.walkCopied(begun));
    }

    @Override
    public boolean visitHeld(List<String> ids, Walk walk) {
        boolean more = true;
        int from = 0;
        while (more && from < ids.size()) {
            LockedMap segment = segment(ids.get(from));
            int to = from + 1;
            while (to < ids.size() && segment(ids.get(to)) == segment) {
                to++;
            }
            more = segment.visitHeld(ids.subList(from, to), walk);
            from = to;
        }
        return more;
    }

    @Override
    public long size() {
        return segments.stream().mapToLong(LockedMap::size).sum();
    }

    @Override
    public LockReport lock() {
        return watch.report();
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of("segments", (long) segments.size());
    }

    private LockedMap segment(String id) {
        return segments.get(Math.floorMod(Spread.of(id), segments.size()));
    }

    /** A walk over several segments that begins with the first. */
    private static final class OnceBegun implements Walk {
        private final Walk walk;
        private boolean begun;

        private OnceBegun(Walk walk) {
            this.walk = walk;
        }

        @Override
        public void begins() {
            if (!begun) {
                begun = true;
                walk.begins();
            }
        }

        @Override
        public boolean visit(Order order) {
            return walk.visit(order);
        }

        @Override
        public void stretchEnds() {
            walk.stretchEnds();
        }
    }
}
