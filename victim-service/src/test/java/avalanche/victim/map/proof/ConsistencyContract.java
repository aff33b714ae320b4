package avalanche.victim.map.proof;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.util.List;

/**
 * Whether a walk in the provider's own way shows a state that the map had at no instant, against what the provider
 * claims.
 *
 * <p>
 * In the middle of a walk another thread writes an early order, and only then a late one, in the order of the walk: to
 * see the late write without the early one is to see no instant. The interleaving is fixed from within the callback, so
 * the outcome does not depend on timing.
 */
public final class ConsistencyContract {
    private static final int ORDERS = 512;

    private final OrderMapProvider provider;

    private ConsistencyContract(OrderMapProvider provider) {
        this.provider = provider;
    }

    /**
     * Holds the provider to it.
     *
     * @throws AssertionError where its walk keeps less, or more, than it claims
     */
    public static void check(OrderMapProvider provider) {
        new ConsistencyContract(provider).check();
    }

    private void check() {
        boolean whole = showsNoInstantOfAll();
        boolean sections = showsNoInstantOfASection();
        switch (provider.guarantees().consistency()) {
            case INSTANT -> assertThat(whole).as("%s shows a state of no instant, claims INSTANT", provider.id())
                    .isFalse();
            case INSTANT_PER_SECTION -> {
                assertThat(whole).as("%s shows a state of no instant of all sections", provider.id()).isTrue();
                assertThat(sections).as("%s shows a section in a state of no instant, claims INSTANT_PER_SECTION",
                        provider.id()).isFalse();
            }
            case WEAK -> assertThat(whole).as("%s shows a state of no instant, claims only WEAK", provider.id())
                    .isTrue();
        }
    }

    /** Where there are sections, the first is written once the second is walked, and the last after it. */
    private boolean showsNoInstantOfAll() {
        OrderMap map = map();
        List<List<Order>> stretches = stretches(map);
        assertThat(stretches.size()).as("stretches of a walk over %d orders: one, or more than two", ORDERS)
                .isNotEqualTo(2);
        String trigger = stretches.get(Math.min(1, stretches.size() - 1)).getFirst().id();
        return isTorn(map, trigger, stretches.getFirst().getFirst().id(), stretches.getLast().getLast().id());
    }

    private boolean showsNoInstantOfASection() {
        for (List<Order> stretch : stretches(map())) {
            String first = stretch.getFirst().id();
            if (stretch.size() > 1 && isTorn(map(), first, first, stretch.getLast().id())) {
                return true;
            }
        }
        return false;
    }

    private OrderMap map() {
        return Examples.filled(provider, MapSettings.usual(), ORDERS);
    }

    private static List<List<Order>> stretches(OrderMap map) {
        Visits visits = Visits.all();
        map.walk(visits);
        return visits.stretches();
    }

    /** Walks; in the callback of the trigger the early order is written, then the late one. */
    private static boolean isTorn(OrderMap map, String trigger, String early, String late) {
        Write[] write = new Write[1];
        int[] seen = new int[2];
        map.walk(Visits.by(visited -> {
            if (visited.id().equals(trigger)) {
                write[0] = Write.started(() -> {
                    map.replace(Examples.order(early, 1));
                    map.replace(Examples.order(late, 1));
                });
                write[0].waits();
            }
            seen[0] += visited.id().equals(early) ? visited.items() : 0;
            seen[1] += visited.id().equals(late) ? visited.items() : 0;
            return true;
        }));
        write[0].completes("replace after the walk");
        assertThat(map.get(late)).isEqualTo(Examples.order(late, 1));
        return seen[0] == 0 && seen[1] == 1;
    }
}
