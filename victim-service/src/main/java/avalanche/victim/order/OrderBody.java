package avalanche.victim.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a client says of an order; how large an order is, its payload tells. */
record OrderBody(@NotBlank @Size(max = 100) String customer, @NotNull @Min(1) @Max(10_000) Integer items,
        @NotNull @Size(max = 1_000_000) String payload) {

    Order as(String id) {
        return new Order(id, customer, items, payload);
    }
}
