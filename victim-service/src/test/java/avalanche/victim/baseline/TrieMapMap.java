package avalanche.victim.baseline;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.concurrent.TrieMap;

/**
 * Locks nothing; a walk's callbacks run over a snapshot that is taken in constant time; fails in writes that are lost
 * after a snapshot, of Scala 2.13.18 and before ({@code TrieMapLosesWritesTest}), and in copying: after a snapshot each
 * write copies the path that it shares with it.
 *
 * <p>
 * Scala's {@code TrieMap} (Prokopec et al., <i>Concurrent Tries with Efficient Non-Blocking Snapshots</i>, 2012). Its
 * size is counted by walking a snapshot.
 */
final class TrieMapMap implements OrderMap {
    private final TrieMap<String, Order> orders = new TrieMap<>();

    @Override
    public @Nullable Order get(String id) {
        return orNull(orders.get(id));
    }

    @Override
    public @Nullable Order put(Order order) {
        return orNull(orders.put(order.id(), order));
    }

    @Override
    public @Nullable Order replace(Order order) {
        return orNull(orders.replace(order.id(), order));
    }

    @Override
    public @Nullable Order remove(String id) {
        return orNull(orders.remove(id));
    }

    @Override
    public void walk(Walk walk) {
        Iterator<Order> snapshot = orders.readOnlySnapshot().valuesIterator();
        walk.begins();
        boolean more = true;
        while (more && snapshot.hasNext()) {
            more = walk.visit(snapshot.next());
        }
        walk.stretchEnds();
    }

    @Override
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        Iterator<String> snapshot = orders.readOnlySnapshot().keysIterator();
        while (snapshot.hasNext()) {
            ids.add(snapshot.next());
        }
        return ids;
    }

    @Override
    public long size() {
        return orders.size();
    }

    private static @Nullable Order orNull(Option<Order> order) {
        return order.isDefined() ? order.get() : null;
    }
}
