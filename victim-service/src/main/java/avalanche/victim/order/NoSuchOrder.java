package avalanche.victim.order;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no order of that id: 404. */
final class NoSuchOrder extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    NoSuchOrder(String id) {
        super(HttpStatus.NOT_FOUND);
        getBody().setDetail("There is no order '" + id + "'.");
    }
}
