package avalanche.victim.order;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers an orchestrator's liveness probe as a request like any other: through the same connector and with one look into
 * the map, so that a drowned service fails it.
 */
@RestController
class LivenessController {
    private static final String NO_ORDER = "0";

    private final OrderService orders;

    LivenessController(OrderService orders) {
        this.orders = orders;
    }

    /** The service's word that it lives. */
    record Live(String status) {}

    @GetMapping("/live")
    Live live() {
        orders.find(NO_ORDER);
        return new Live("LIVE");
    }
}
