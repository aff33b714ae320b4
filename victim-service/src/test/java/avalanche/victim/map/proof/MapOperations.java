package avalanche.victim.map.proof;

import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/**
 * The operations on single keys, as Lincheck calls them: keys by their number, orders by how many items they have.
 *
 * <p>
 * Two of the three keys have the same hash code.
 */
@Param(name = "key", gen = IntGen.class, conf = "0:2")
@Param(name = "items", gen = IntGen.class, conf = "1:3")
public abstract class MapOperations {
    private static final String[] IDS = {"Aa", "BB", "c"};

    private final OrderMap map;

    protected MapOperations(OrderMapProvider provider) {
        map = provider.create(MapSettings.usual());
    }

    @Operation
    public final @Nullable Integer get(@Param(name = "key") int key) {
        return items(map.get(IDS[key]));
    }

    @Operation
    public final @Nullable Integer put(@Param(name = "key") int key, @Param(name = "items") int items) {
        return items(map.put(order(key, items)));
    }

    @Operation
    public final @Nullable Integer replace(@Param(name = "key") int key, @Param(name = "items") int items) {
        return items(map.replace(order(key, items)));
    }

    @Operation
    public final @Nullable Integer remove(@Param(name = "key") int key) {
        return items(map.remove(IDS[key]));
    }

    /** The items of each key in one number, a decimal digit for each: 103 are three of the first key, one of the third. */
    final int walkedItems() {
        Digits digits = new Digits();
        map.walk(digits);
        return digits.sum;
    }

    private static Order order(int key, int items) {
        return new Order(IDS[key], "", items, "");
    }

    private static @Nullable Integer items(@Nullable Order order) {
        return order == null ? null : order.items();
    }

    private static final class Digits implements OrderMap.Walk {
        private int sum;

        @Override
        public void begins() {}

        @Override
        public boolean visit(Order order) {
            int digit = 1;
            for (int key = 0; !IDS[key].equals(order.id()); key++) {
                digit *= 10;
            }
            sum += digit * order.items();
            return true;
        }

        @Override
        public void stretchEnds() {}
    }
}
