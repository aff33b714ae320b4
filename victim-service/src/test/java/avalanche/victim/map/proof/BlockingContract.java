package avalanche.victim.map.proof;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether writes wait for the callback of a walk, against what the provider claims; a claim to stop writers is shown to
 * be true, too.
 */
public final class BlockingContract {
    /** One section, so that every key is in it. */
    private static final MapSettings ONE_SECTION = new MapSettings(1, System::nanoTime);
    private static final Order VISITED = Examples.order("visited", 1);
    private static final Order OTHER = Examples.order("other", 1);

    private final OrderMap map;
    private final String id;

    private BlockingContract(OrderMapProvider provider) {
        map = provider.create(ONE_SECTION);
        id = provider.id();
        map.put(VISITED);
    }

    /**
     * Holds a walk in the provider's own way to it.
     *
     * @throws AssertionError where a write waits that should not, or does not wait where the provider says it may
     */
    public static void check(OrderMapProvider provider) {
        BlockingContract contract = new BlockingContract(provider);
        if (provider.guarantees().stopsWriters()) {
            contract.stopsNewKeys("a walk", contract.map::walk);
        } else {
            contract.stopsNobody("a walk", contract.map::walk);
        }
    }

    /**
     * Holds walks in the critical section to it, where the map has one: held, and visits of given ids, stop whoever
     * puts a new key; copied stops nobody.
     *
     * @throws AssertionError where that is not so
     */
    public static void checkSection(OrderMapProvider provider) {
        BlockingContract held = new BlockingContract(provider);
        held.stopsNewKeys("a held walk", walk -> held.section().walkHeld(walk));
        BlockingContract visits = new BlockingContract(provider);
        visits.stopsNewKeys("a held visit", walk -> visits.section().visitHeld(List.of(VISITED.id()), walk));
        BlockingContract copied = new BlockingContract(provider);
        copied.stopsNobody("a copied walk", walk -> copied.section().walkCopied(walk));
    }

    private OrderMap.Section section() {
        OrderMap.Section section = map.section();
        if (section == null) {
            throw new AssertionError(id + " has no critical section to be checked");
        }
        return section;
    }

    private void stopsNewKeys(String what, Walking walking) {
        Write[] write = new Write[1];
        Visits visits = Visits.by(_ -> {
            write[0] = Write.started(() -> map.put(OTHER));
            assertThat(write[0].waits()).as("put of another key waits for %s of %s", what, id).isTrue();
            tells(map.lock(), 1);
            assertThat(map.size()).as("size, which never waits").isEqualTo(1);
            return true;
        });
        walking.lead(visits);
        assertThat(visits.orders()).containsExactly(VISITED);
        write[0].completes("put of another key after " + what);
        assertThat(map.get(OTHER.id())).isEqualTo(OTHER);
        tells(map.lock(), 0);
    }

    /** What the lock's own report says, where there is one. */
    private static void tells(@Nullable LockReport report, int waiters) {
        if (report != null) {
            assertThat(report.waiters()).isEqualTo(waiters);
            assertThat(report.contended()).isEqualTo(1);
            assertThat(report.holders()).extracting(LockReport.Holder::doing).containsExactlyElementsOf(waiters == 0
                    ? List.of()
                    : List.of("traversal"));
        }
    }

    private void stopsNobody(String what, Walking walking) {
        Visits visits = Visits.by(ofVisited(() -> {
            completes("put of another key", what, () -> map.put(OTHER));
            completes("put of the visited key", what, () -> map.put(Examples.order(VISITED.id(), 2)));
            completes("replace", what, () -> map.replace(Examples.order(VISITED.id(), 3)));
            completes("remove", what, () -> map.remove(VISITED.id()));
        }));
        walking.lead(visits);
        assertThat(visits.orders()).contains(VISITED);
        assertThat(map.get(VISITED.id())).isNull();
        assertThat(map.get(OTHER.id())).isEqualTo(OTHER);
    }

    /** Any other order is seen only where the walk shows writes that happen meanwhile. */
    private static Predicate<Order> ofVisited(Runnable callback) {
        return order -> {
            if (order.equals(VISITED)) {
                callback.run();
            }
            return true;
        };
    }

    private void completes(String write, String what, Runnable task) {
        Write started = Write.started(task);
        assertThat(started.waits()).as("%s waits for the callback of %s of %s", write, what, id).isFalse();
        started.completes(write);
    }

    /** A way to walk. */
    private interface Walking {
        void lead(OrderMap.Walk walk);
    }
}
