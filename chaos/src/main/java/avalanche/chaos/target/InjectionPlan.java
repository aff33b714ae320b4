package avalanche.chaos.target;

import java.nio.file.Path;

/**
 * What injectors are to do. The platform does not read the document: it hands it, with the shard's number, to the
 * injector's own program.
 *
 * @param runId label of everything that is started for it
 * @param document the plan, JSON, as {@code scenarios.traffic} defines it
 * @param directory where the injectors' error output is written; exists
 */
public record InjectionPlan(String runId, String document, Path directory) {}
