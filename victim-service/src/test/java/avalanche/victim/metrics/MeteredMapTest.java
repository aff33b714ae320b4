package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeteredMapTest {
    private final OrderMap bare = MapStrategy.DUAL_MAP.create(MapSettings.usual());
    private final OrderMap metered = new MeteredMap(bare, new MapOperations(KeyPatterns.parse("#"), System::nanoTime));

    @Test
    void behavesAsAMapDoes() {
        Map<String, Order> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Order order = order(random.nextInt(500), i);
            String id = order.id();
            switch (random.nextInt(5)) {
                case 0, 1 -> assertThat(metered.put(order)).isEqualTo(expected.put(id, order));
                case 2 -> assertThat(metered.replace(order)).isEqualTo(expected.replace(id, order));
                case 3 -> assertThat(metered.remove(id)).isEqualTo(expected.remove(id));
                default -> assertThat(metered.get(id)).isEqualTo(expected.get(id));
            }
            assertThat(metered.size()).isEqualTo(expected.size());
        }
        assertThat(walked()).isEqualTo(Set.copyOf(expected.values()));
        assertThat(metered.ids()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void showsTheMapsSectionLockAndGaugesAsTheyAre() {
        metered.put(order(1, 1));
        assertThat(metered.section()).isNotNull().isSameAs(bare.section());
        assertThat(metered.internals()).isNotEmpty().isEqualTo(bare.internals());
        assertThat(metered.lock()).isNotNull().satisfies(lock -> assertThat(lock.acquisitions()).isPositive());
    }

    private Set<Order> walked() {
        Set<Order> seen = new HashSet<>();
        metered.walk(new OrderMap.Walk() {
            @Override
            public void begins() {}

            @Override
            public boolean visit(Order order) {
                assertThat(seen.add(order)).isTrue();
                return true;
            }

            @Override
            public void stretchEnds() {}
        });
        return seen;
    }

    private static Order order(int id, int items) {
        return new Order(Integer.toString(id), "c", items, "");
    }
}
