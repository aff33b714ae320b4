package avalanche.victim.order;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The orders' HTTP API. */
@RestController
@RequestMapping("/orders")
class OrderController {
    private final OrderService orders;
    private final JsonMapper json;

    OrderController(OrderService orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<Order> create(@Valid @RequestBody OrderBody body) {
        Order order = orders.create(body);
        return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
    }

    @GetMapping("/{id}")
    Order get(@PathVariable("id") String id, @RequestParam(name = "wait", required = false) @Nullable String wait) {
        Duration atMost = wait == null ? Duration.ZERO : LongPoll.parse(wait);
        return found(id, atMost.isZero() ? orders.find(id) : orders.findChanged(id, atMost));
    }

    @PutMapping("/{id}")
    Order update(@PathVariable("id") String id, @Valid @RequestBody OrderBody body) {
        return found(id, orders.update(id, body));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("id") String id) {
        if (!orders.delete(id)) {
            throw new NoSuchOrder(id);
        }
    }

    /**
     * Streams the walk: each order is serialised within the callback. The walk goes on to its end whether or not its
     * client stays. One that fails is not closed, lest its part of the orders look like all of them.
     */
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JsonGenerator array = json.createGenerator(new PatientStream(response.getOutputStream()));
        array.writeStartArray();
        orders.export(array::writePOJO);
        array.writeEndArray();
        array.close();
    }

    private static Order found(String id, @Nullable Order order) {
        if (order == null) {
            throw new NoSuchOrder(id);
        }
        return order;
    }
}
