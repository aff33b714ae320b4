package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks one segment for each read and write, and all of them at once while a snapshot is taken; a copy of its segment
 * runs under the lock of the first write after that; fails in writes that are spread: each copies a segment.
 */
final class SegmentCopySnapshotMap implements OrderMap {
    private final List<Segment> segments;
    private final LongAdder size = new LongAdder();
    private final LongAdder copies = new LongAdder();

    SegmentCopySnapshotMap(int segments) {
        this.segments = Stream.generate(Segment::new).limit(segments).toList();
    }

    @Override
    public @Nullable Order get(String id) {
        Segment segment = segment(id);
        segment.lock.lock();
        try {
            return segment.orders.get(id);
        } finally {
            segment.lock.unlock();
        }
    }

    @Override
    public @Nullable Order put(Order order) {
        Order before = write(order.id(), order, false);
        if (before == null) {
            size.increment();
        }
        return before;
    }

    @Override
    public @Nullable Order replace(Order order) {
        return write(order.id(), order, true);
    }

    @Override
    public @Nullable Order remove(String id) {
        Order before = write(id, null, true);
        if (before != null) {
            size.decrement();
        }
        return before;
    }

    @Override
    public void walk(Walk walk) {
        List<Map<String, Order>> snapshot = snapshot();
        walk.begins();
        boolean more = true;
        for (int i = 0; more && i < snapshot.size(); i++) {
            more = LockedMap.visitAll(snapshot.get(i).values(), walk);
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        return snapshot().stream().flatMap(part -> part.keySet().stream()).toList();
    }

    @Override
    public long size() {
        return Math.max(0, size.sum());
    }

    @Override
    public Map<String, Long> internals() {
        return Map.of("segmentCopies", copies.sum());
    }

    private List<Map<String, Order>> snapshot() {
        segments.forEach(segment -> segment.lock.lock());
        try {
            List<Map<String, Order>> parts = new ArrayList<>(segments.size());
            for (Segment segment : segments) {
                segment.shared = true;
                parts.add(segment.orders);
            }
            return parts;
        } finally {
            segments.forEach(segment -> segment.lock.unlock());
        }
    }

    private @Nullable Order write(String id, @Nullable Order order, boolean onlyOver) {
        Segment segment = segment(id);
        segment.lock.lock();
        try {
            if (onlyOver && !segment.orders.containsKey(id)) {
                return null;
            }
            if (segment.shared) {
                segment.orders = new HashMap<>(segment.orders);
                segment.shared = false;
                copies.increment();
            }
            return order == null ? segment.orders.remove(id) : segment.orders.put(id, order);
        } finally {
            segment.lock.unlock();
        }
    }

    private Segment segment(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return segments.get(Math.floorMod(hash ^ (hash >>> 16), segments.size()));
    }

    /** A part of the map; one that is shared with a snapshot is not written. */
    private static final class Segment {
        private final ReentrantLock lock = new ReentrantLock();
        private Map<String, Order> orders = new HashMap<>();
        private boolean shared;
    }
}
