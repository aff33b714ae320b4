package avalanche.chaos.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs where a Docker engine answers; elsewhere it is left out, with one line that says so. Where
 * {@code AVALANCHE_REQUIRE_DOCKER} is {@code true}, it runs anyway, and an engine that is missing is a failure.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(DockerCondition.class)
public @interface NeedsDocker {}
