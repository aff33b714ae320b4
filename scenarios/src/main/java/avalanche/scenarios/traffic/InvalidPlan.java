package avalanche.scenarios.traffic;

import java.util.List;

/** Everything that is wrong with an injector's plan, one problem a line. */
public final class InvalidPlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidPlan(List<String> problems) {
        super(String.join("\n", problems));
    }
}
