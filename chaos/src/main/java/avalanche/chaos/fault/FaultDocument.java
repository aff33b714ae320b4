package avalanche.chaos.fault;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.contract.Document;
import avalanche.chaos.fault.Fault.SlowCallback;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the service's fault port, as they stand in its contract. */
final class FaultDocument {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final double NANOS_PER_MICRO = 1e3;

    private FaultDocument() {}

    /** The document that sets a slow callback. */
    static String encode(SlowCallback fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("delay", delay(fault.delay()));
        document.put("mode", fault.mode().name().toLowerCase(Locale.ROOT));
        return MAPPER.writeValueAsString(document);
    }

    private static Map<String, Object> delay(Delay delay) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (delay) {
            case Delay.Fixed(var value) -> {
                fields.put("distribution", "fixed");
                fields.put("micros", micros(value));
            }
            case Delay.Uniform(var min, var max) -> {
                fields.put("distribution", "uniform");
                fields.put("minMicros", micros(min));
                fields.put("maxMicros", micros(max));
            }
            case Delay.LogNormal(var median, var sigma) -> {
                fields.put("distribution", "log-normal");
                fields.put("medianMicros", micros(median));
                fields.put("sigma", sigma);
            }
        }
        return fields;
    }

    static double micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }

    /**
     * The receipt in an answer of the fault port, null where nothing is configured.
     *
     * @throws ContractException if it does not keep to the contract
     */
    static @Nullable Observation decode(String json) {
        Document document = Document.parse("GET /fault/callback", json);
        if (document.objectOrNull("configured") == null) {
            return null;
        }
        Document observed = document.object("observed");
        long count = observed.count("count");
        return count == 0
                ? Observation.NONE
                : new Observation(count, observed.amount("meanMicros"), observed.amount("p50Micros"),
                        observed.amount("maxMicros"));
    }
}
