package avalanche.victim.memorymodel;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Two ids that two threads have to themselves, in one map for all. A map of their own would cost those whose locks keep
 * book so much memory that few threads would ever run beside each other.
 */
record Ids(String first, String second) {
    /** How many take turns: more than are under way at a time, so that no two threads have another two's. */
    private static final int TURNS = 2 * Run.UNDER_WAY;
    private static final List<Ids> ALL = IntStream.range(0, TURNS).mapToObj(turn -> new Ids("a-" + turn, "b-" + turn))
            .toList();
    private static final AtomicInteger TURN = new AtomicInteger();

    static final OrderMap MAP = walked();

    /** The next; their orders are worth 0. */
    static Ids present() {
        Ids ids = next();
        MAP.put(Subject.order(ids.first, 0));
        MAP.put(Subject.order(ids.second, 0));
        return ids;
    }

    /** The next; the map has no such orders. */
    static Ids absent() {
        Ids ids = next();
        MAP.remove(ids.first);
        MAP.remove(ids.second);
        return ids;
    }

    private static Ids next() {
        return ALL.get(Math.floorMod(TURN.getAndIncrement(), TURNS));
    }

    private static OrderMap walked() {
        OrderMap map = Subject.PROVIDER.create(MapSettings.usual());
        for (Ids ids : ALL) {
            map.put(Subject.order(ids.first, 0));
            map.put(Subject.order(ids.second, 0));
        }
        map.walk(new Worths());
        return map;
    }
}
