package avalanche.chaos.contract;

import java.io.Serial;

/** The service answered, but not what its contract says: the message names the place, the value and what is allowed. */
public final class ContractException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public ContractException(String message) {
        super(message);
    }

    public ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
