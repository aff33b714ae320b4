package avalanche.victim.order;

import java.util.Objects;

/** An order as it is kept and as it is answered. */
public record Order(String id, String customer, int items, String payload) {
    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(payload, "payload");
    }
}
