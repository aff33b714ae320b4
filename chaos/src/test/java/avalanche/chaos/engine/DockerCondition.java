package avalanche.chaos.engine;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides for {@link NeedsDocker}. */
final class DockerCondition implements ExecutionCondition {
    private static final String REQUIRED = "AVALANCHE_REQUIRE_DOCKER";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("decided for the whole class");
        }
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            return ConditionEvaluationResult.enabled(REQUIRED + " is true");
        }
        try {
            DockerEngine.connect();
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        } catch (IOException e) {
            System.err.println("left out: " + context.getDisplayName() + ", since " + e.getMessage());
            return ConditionEvaluationResult.disabled(String.valueOf(e.getMessage()));
        }
    }
}
