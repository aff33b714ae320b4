package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.Room;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The quota of an own namespace leaves room for what is ordered later. */
final class VictimRoomTest {
    private static final Container CONTAINER = new Container(256L << 20, 1, 512L << 20, null);

    private static BigDecimal hard(Room room, String resource) {
        VictimSpec spec = new VictimSpec(new Placement.Own("avalanche-1"), "run", "image", PullPolicy.NEVER, List.of(),
                CONTAINER, Map.of(), 1, 3, room);
        V1ResourceQuota quota = VictimManifests.of(spec).stream().filter(V1ResourceQuota.class::isInstance).map(
                V1ResourceQuota.class::cast).findFirst().orElseThrow();
        return Objects.requireNonNull(Objects.requireNonNull(Objects.requireNonNull(quota.getSpec()).getHard()).get(
                resource)).getNumber();
    }

    @Test
    void isAsLargeAsTheServiceAtItsStartWhereNothingMoreIsAskedFor() {
        assertThat(hard(Room.NONE, "limits.memory")).isEqualByComparingTo(new BigDecimal(4 * (256L << 20)));
        assertThat(hard(Room.NONE, "limits.cpu")).isEqualByComparingTo("4");
    }

    @Test
    void growsWithTheLimitsToCome() {
        assertThat(hard(new Room(1, 1L << 30, 0), "limits.memory")).isEqualByComparingTo(new BigDecimal(4
                * (1L << 30)));
        assertThat(hard(new Room(1, 0, 2), "limits.cpu")).isEqualByComparingTo("8");
        assertThat(hard(new Room(1, 0, 0.5), "limits.cpu")).isEqualByComparingTo("4");
    }
}
