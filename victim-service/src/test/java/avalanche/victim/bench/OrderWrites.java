package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.order.Order;
import java.util.SplittableRandom;

/**
 * Writes of which every second has a new key and the others one that is there; made beforehand, so that only the map
 * works when one is due.
 */
final class OrderWrites implements PacedWriter.Writes {
    /** New keys that stay in the map; then each takes out the oldest. */
    private static final int KEPT = 128;

    private final OrderMap map;
    private final Order[] orders;

    OrderWrites(OrderMap map, int size, int writes) {
        this.map = map;
        SplittableRandom random = new SplittableRandom(writes);
        orders = new Order[writes];
        for (int write = 0; write < writes; write++) {
            orders[write] = Maps.order(isNew(write) ? "n-" + write : "o-" + random.nextInt(size));
        }
    }

    private static boolean isNew(int write) {
        return write % 2 == 1;
    }

    @Override
    public void write(int number) {
        map.put(orders[number]);
    }

    @Override
    public void tidy(int number) {
        int oldest = number - 2 * KEPT;
        if (oldest >= 0 && isNew(oldest)) {
            map.remove(orders[oldest].id());
        }
    }

    /** Takes out what new keys are left. */
    void end() {
        for (int write = 1; write < orders.length; write += 2) {
            map.remove(orders[write].id());
        }
    }
}
