package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a plan as the document of {@code docs/injector-protocol.md}. */
final class PlanWriter {
    private PlanWriter() {}

    static String write(InjectorPlan plan) {
        TrafficPlan traffic = plan.traffic();
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("schema", InjectorPlan.SCHEMA);
        document.put("baseUri", plan.baseUri().toString());
        if (plan.startAt() != null) {
            document.put("startAt", plan.startAt().toString());
        }
        document.put("seed", traffic.seed());
        document.put("timeoutMillis", traffic.timeout().toMillis());
        document.put("payloadBytes", traffic.payloadBytes());
        document.put("longPollMillis", traffic.longPoll().toMillis());
        document.put("connections", id(traffic.connections()));
        if (traffic.retry() != null) {
            document.putObject("retry")
                    .put("attempts", traffic.retry().attempts())
                    .put("backOffMillis", traffic.retry().backOff().toMillis());
        }
        document.put("users", traffic.users());
        ArrayNode phases = document.putArray("phases");
        traffic.phases().forEach(phase -> write(phase, phases.addObject()));
        return document.toString();
    }

    static String id(Connections connections) {
        return switch (connections) {
            case SHARED -> "shared";
            case PER_REQUEST -> "per-request";
        };
    }

    private static void write(Phase phase, ObjectNode to) {
        to.put("name", phase.name()).put("seconds", phase.duration().toSeconds());
        ObjectNode rates = to.putObject("rates");
        Map<Kind, Rate> inOrder = new TreeMap<>(phase.rates());
        inOrder.forEach((kind, rate) -> rates.putObject(kind.id()).put("from", rate.from()).put("to", rate.to()));
    }
}
