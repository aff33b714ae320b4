package avalanche.scenarios.traffic;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The document that an injector reads from its standard input.
 *
 * @param baseUri scheme, host and port of the service
 * @param startAt second 0 of the schedule; null lets the injector start as soon as it is ready
 * @param traffic what to send
 */
public record InjectorPlan(URI baseUri, @Nullable Instant startAt, TrafficPlan traffic) {
    static final int SCHEMA = 1;

    public InjectorPlan {
        if (baseUri.getHost() == null || !("http".equals(baseUri.getScheme()) || "https".equals(baseUri.getScheme()))) {
            throw new IllegalArgumentException("baseUri is " + baseUri
                    + "; allowed: http://host:port or https://host:port");
        }
    }

    /** The document. */
    public String toJson() {
        return PlanWriter.write(this);
    }

    /**
     * Reads the document strictly.
     *
     * @throws InvalidPlan naming every problem: a key that is unknown or missing, a value of a wrong type or out of its range
     */
    public static InjectorPlan parse(String json) {
        return new PlanReader().read(json);
    }
}
