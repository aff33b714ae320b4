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
final class SegmentedMap implements OrderMap {
    private final LockWatch watch;
    private final List<LockedMap> segments;

    SegmentedMap(int segments, LongSupplier nanos) {
        if (segments < 1 || segments > 4096) {
            throw new IllegalArgumentException("victim.map.segments is " + segments + "; allowed: 1 to 4096");
        }
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
        OnceBegun begun = new OnceBegun(walk);
        segments.forEach(segment -> segment.walk(begun));
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
        int hash = id.hashCode();
        return segments.get(Math.floorMod(hash ^ (hash >>> 16), segments.size()));
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
        public void visit(Order order) {
            walk.visit(order);
        }

        @Override
        public void stretchEnds() {
            walk.stretchEnds();
        }
    }
}
