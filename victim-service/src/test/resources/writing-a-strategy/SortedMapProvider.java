package acme.orders;

import avalanche.victim.map.Guarantees;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;

/** Makes sorted maps. */
public final class SortedMapProvider implements OrderMapProvider {
    @Override
    public String id() {
        return "sorted";
    }

    @Override
    public String hazard() {
        return "every walk copies all orders, and writers wait while it does";
    }

    @Override
    public Guarantees guarantees() {
        return new Guarantees(Guarantees.Consistency.INSTANT, false);
    }

    @Override
    public OrderMap create(MapSettings settings) {
        return new SortedMap(settings.nanos());
    }
}
