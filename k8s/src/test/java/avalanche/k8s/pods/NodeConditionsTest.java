package avalanche.k8s.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1NodeCondition;
import io.kubernetes.client.openapi.models.V1NodeStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeConditionsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T03:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(60);

    private static V1NodeCondition condition(String type, String status, Instant since) {
        return new V1NodeCondition().type(type).status(status).lastTransitionTime(since.atOffset(ZoneOffset.UTC))
                .message("says the kubelet");
    }

    private static List<String> words(V1NodeCondition... conditions) {
        return NodeConditions.words("n1", new V1Node().status(new V1NodeStatus().conditions(List.of(conditions))),
                BEGIN, END);
    }

    @Test
    void pressureIsToldWithItsTimes() {
        assertThat(words(condition("MemoryPressure", "True", BEGIN.plusSeconds(5)), condition("DiskPressure", "False",
                BEGIN.plusSeconds(9)), condition("Ready", "True", BEGIN))).containsExactly(
                        "node n1: MemoryPressure since 2026-01-01T03:00:05Z (says the kubelet)",
                        "node n1: DiskPressure until 2026-01-01T03:00:09Z");
    }

    @Test
    void pressureBeforeAndAfterIsNone() {
        assertThat(words(condition("MemoryPressure", "False", BEGIN.minusSeconds(1)), condition("PIDPressure", "True",
                END.plusSeconds(1)))).containsExactly("node n1: no pressure of memory, disk or processes");
    }

    @Test
    void whatIsNotToldDoesNotPassForHealth() {
        assertThat(words(condition("Ready", "True", BEGIN))).containsExactly(
                "whether its node n1 was under pressure was not seen: it tells no such condition");
        assertThat(words(condition("MemoryPressure", "Unknown", BEGIN))).containsExactly(
                "node n1: MemoryPressure is not known since 2026-01-01T03:00:00Z (says the kubelet)");
        assertThat(NodeConditions.words("n1", new V1Node(), BEGIN, END)).hasSize(1);
    }
}
