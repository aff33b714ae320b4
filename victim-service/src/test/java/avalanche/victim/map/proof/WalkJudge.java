package avalanche.victim.map.proof;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one thread's walks see, judged one after another. */
final class WalkJudge {
    /** How many orders are in the map and never written. */
    static final int STILL_ORDERS = 200;

    private final List<WriterChain> chains;
    private final boolean instant;
    private final Map<String, Integer> last = new HashMap<>();
    private final Set<String> alwaysThere = new HashSet<>();

    WalkJudge(List<WriterChain> chains, boolean instant) {
        this.chains = chains;
        this.instant = instant;
        alwaysThere.addAll(Examples.plain(STILL_ORDERS));
        chains.forEach(chain -> alwaysThere.addAll(chain.links()));
    }

    /** Walks once, and lists the ids once. */
    void judge(OrderMap map) {
        List<Integer> done = chains.stream().map(WriterChain::done).toList();
        Visits walk = Visits.all();
        map.walk(walk);
        List<Integer> begun = chains.stream().map(WriterChain::begun).toList();
        Map<String, Integer> seen = seen(walk.orders());
        if (!seen.keySet().containsAll(alwaysThere)) {
            throw new AssertionError("a walk missed " + missing(seen.keySet()) + ", there all the time");
        }
        for (int chain = 0; chain < chains.size(); chain++) {
            checkAge(chains.get(chain), seen, done.get(chain), begun.get(chain));
            if (instant) {
                chains.get(chain).checkInstant(seen);
            }
        }
        judgeIds(map.ids());
    }

    private static Map<String, Integer> seen(List<Order> orders) {
        Map<String, Integer> seen = new HashMap<>();
        for (Order order : orders) {
            Integer twice = seen.put(order.id(), order.items());
            if (twice != null) {
                throw new AssertionError("a walk saw " + order.id() + " twice, with " + twice + " items and with "
                        + order.items());
            }
        }
        return seen;
    }

    private void checkAge(WriterChain chain, Map<String, Integer> seen, int done, int begun) {
        for (String link : chain.links()) {
            int round = seen.getOrDefault(link, -1);
            if (round < done || round > begun) {
                throw new AssertionError("a walk saw " + link + " in round " + round + "; when it began, round " + done
                        + " was done, and when it ended, round " + begun + " had begun");
            }
            int before = last.getOrDefault(link, 0);
            if (round < before) {
                throw new AssertionError("a walk saw " + link + " in round " + round + ", the walk before in round "
                        + before);
            }
            last.put(link, round);
        }
    }

    private void judgeIds(List<String> ids) {
        Set<String> distinct = new HashSet<>(ids);
        if (distinct.size() != ids.size()) {
            throw new AssertionError("ids lists one of " + ids + " twice");
        }
        if (!distinct.containsAll(alwaysThere)) {
            throw new AssertionError("ids misses " + missing(distinct) + ", there all the time");
        }
    }

    private List<String> missing(Set<String> ids) {
        List<String> missing = new ArrayList<>(alwaysThere);
        missing.removeAll(ids);
        return missing;
    }
}
