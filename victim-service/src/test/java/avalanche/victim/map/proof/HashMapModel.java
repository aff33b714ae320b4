package avalanche.victim.map.proof;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A long random run of one thread over a map and, beside it, over a plain hash map that has to agree with it. */
public final class HashMapModel {
    private final OrderMap map;
    private final List<String> ids;
    private final Random random;
    private final Map<String, Order> model = new HashMap<>();

    private HashMapModel(OrderMap map, List<String> ids, Random random) {
        this.map = map;
        this.ids = ids;
        this.random = random;
    }

    /**
     * Runs that many operations over keys among the ids; operations that look at the whole map are the rarer the more
     * ids there are.
     *
     * @throws AssertionError where the map answers what the model does not; its message has the seed and the operation
     */
    public static void check(OrderMapProvider provider, List<String> ids, long seed, int operations) {
        HashMapModel run = new HashMapModel(provider.create(MapSettings.usual()), ids, new Random(seed));
        for (int i = 0; i < operations; i++) {
            try {
                run.step(i);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError(provider.id() + ", " + ids.size() + " ids, seed " + seed + ", operation " + i
                        + ": " + wrong.getMessage(), wrong);
            }
        }
        run.looksAtAll();
    }

    private void step(int number) {
        if (random.nextInt(20 + ids.size() / 2) == 0) {
            looksAtAll();
        }
        Order order = Examples.order(ids.get(random.nextInt(ids.size())), number);
        String id = order.id();
        // phases in which the map grows, and others in which it shrinks
        boolean growing = number / (4 * ids.size()) % 2 == 0;
        int kind = random.nextInt(10);
        if (kind < 3) {
            equal("get " + id, map.get(id), model.get(id));
        } else if (kind < 5) {
            equal("replace " + id, map.replace(order), model.replace(id, order));
        } else if (kind < (growing ? 9 : 6)) {
            equal("put " + id, map.put(order), model.put(id, order));
        } else {
            equal("remove " + id, map.remove(id), model.remove(id));
        }
        equal("size", map.size(), (long) model.size());
    }

    private void looksAtAll() {
        walks();
        List<String> ids = map.ids();
        assertThat(ids).as("ids").hasSize(model.size());
        equal("ids", new HashSet<>(ids), model.keySet());
        Visits some = Visits.atMost(1 + random.nextInt(model.size() + 2));
        map.walk(some);
        isPartOfModel(some);
        OrderMap.Section section = map.section();
        if (section != null) {
            looksInside(section);
        }
    }

    private void walks() {
        Visits all = Visits.all();
        map.walk(all);
        isWholeModel(all);
    }

    private void looksInside(OrderMap.Section section) {
        Visits held = Visits.all();
        assertThat(section.walkHeld(held)).as("a held walk wants more").isTrue();
        isWholeModel(held);
        Visits copied = Visits.all();
        assertThat(section.walkCopied(copied)).as("a copied walk wants more").isTrue();
        isWholeModel(copied);
        Visits someHeld = Visits.atMost(1 + random.nextInt(model.size() + 2));
        assertThat(section.walkHeld(someHeld)).as("a held walk wants more").isEqualTo(!someHeld.stopped());
        isPartOfModel(someHeld);
        Visits someCopied = Visits.atMost(1 + random.nextInt(model.size() + 2));
        assertThat(section.walkCopied(someCopied)).as("a copied walk wants more").isEqualTo(!someCopied.stopped());
        isPartOfModel(someCopied);
        visits(section);
    }

    private void visits(OrderMap.Section section) {
        List<String> wanted = new ArrayList<>(ids);
        Collections.shuffle(wanted, random);
        wanted = wanted.subList(0, random.nextInt(Math.min(ids.size(), 50) + 1));
        List<Order> there = wanted.stream().map(model::get).filter(Objects::nonNull).toList();
        Visits all = Visits.all();
        assertThat(section.visitHeld(wanted, all)).as("a visit of given ids wants more").isTrue();
        assertThat(all.orders()).as("visits of given ids").isEqualTo(there);
        if (!there.isEmpty()) {
            Visits some = Visits.atMost(1 + random.nextInt(there.size()));
            assertThat(section.visitHeld(wanted, some)).as("a stopped visit of given ids wants more").isFalse();
            assertThat(some.orders()).as("visits of given ids").isEqualTo(there.subList(0, some.orders().size()));
        }
    }

    private void isWholeModel(Visits walk) {
        isPartOfModel(walk);
        assertThat(walk.stretches().stream().mapToInt(List::size).sum()).as("visited before a stretch ended").isEqualTo(
                model.size());
    }

    private void isPartOfModel(Visits walk) {
        assertThat(walk.begun()).as("how often the walk began").isEqualTo(1);
        Set<String> distinct = new HashSet<>();
        for (Order order : walk.orders()) {
            equal("a visit", order, model.get(order.id()));
            if (!distinct.add(order.id())) {
                throw new AssertionError(order.id() + " is visited twice in one walk");
            }
        }
        if (!walk.stopped()) {
            assertThat(walk.orders()).as("visited without being stopped").hasSize(model.size());
        }
    }

    private static void equal(String what, @Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(what + " answered " + actual + "; the model: " + expected);
        }
    }
}
