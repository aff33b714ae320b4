package avalanche.k8s.target;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Instance;
import avalanche.k8s.life.LifeLedger.Remains;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.util.Yaml;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeparturesTest {
    private static final Instant SEEN = Instant.parse("2026-01-01T00:01:00.400Z");

    private final Departures departures = new Departures(1);

    private static V1Pod pod(String name, String hash, @Nullable String deletedAt) {
        return Yaml.loadAs("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  creationTimestamp: '2026-01-01T00:00:00Z'
                  labels: {pod-template-hash: %s}
                  %s
                """.formatted(name, hash, deletedAt == null
                ? ""
                : "deletionTimestamp: '" + deletedAt + "'\n  deletionGracePeriodSeconds: 10"), V1Pod.class);
    }

    private static Remains life(String pod, String endedAt, @Nullable Integer code, @Nullable String reason) {
        return new Remains(1, pod, 0, Instant.parse("2026-01-01T00:00:02Z"), Instant.parse(endedAt), code, reason,
                List.of(), null);
    }

    @Test
    void aPodLeavesByOrderWhereAsManyAsAreWantedStay() {
        departures.leaves(pod("old", "a", "2026-01-01T00:01:10Z"), 1, SEEN);
        assertThat(departures.explains(life("old", "2026-01-01T00:01:00Z", 143, "Error"))).isTrue();
        assertThat(departures.explains(life("old", "2026-01-01T00:01:10Z", 137, "Error"))).isTrue();
        assertThat(departures.explains(life("old", "2026-01-01T00:01:02Z", null, "its pod was deleted"))).isTrue();
        assertThat(departures.explains(life("new", "2026-01-01T00:01:02Z", 143, "Error"))).isFalse();
    }

    @Test
    void aPodThatSomebodyElseDeletedDoesNot() {
        departures.leaves(pod("only", "a", "2026-01-01T00:01:10Z"), 0, SEEN);
        assertThat(departures.has("only")).isTrue();
        assertThat(departures.explains(life("only", "2026-01-01T00:01:02Z", 143, "Error"))).isFalse();
        // Its successor came meanwhile: that does not make it an order.
        departures.leaves(pod("only", "a", "2026-01-01T00:01:10Z"), 1, SEEN.plusSeconds(1));
        assertThat(departures.explains(life("only", "2026-01-01T00:01:02Z", 143, "Error"))).isFalse();
    }

    @Test
    void fewerAreWantedOnceFewerWereOrdered() {
        assertThat(departures.wanted(3)).isEqualTo(1);
        departures.leaves(pod("a", "a", null), 2, SEEN);
        assertThat(departures.explains(life("a", "2026-01-01T00:01:02Z", 143, "Error"))).isFalse();
        assertThat(departures.wanted(1)).isEqualTo(3);
        departures.leaves(pod("b", "a", null), 1, SEEN);
        assertThat(departures.explains(life("b", "2026-01-01T00:01:02Z", 143, "Error"))).isTrue();
    }

    @Test
    void whatDiedBeforeOrOfMemoryDied() {
        departures.leaves(pod("old", "a", "2026-01-01T00:01:10Z"), 1, SEEN);
        assertThat(departures.explains(life("old", "2026-01-01T00:00:59Z", 143, "Error"))).isFalse();
        assertThat(departures.explains(life("old", "2026-01-01T00:01:03Z", 137, "OOMKilled"))).isFalse();
        assertThat(departures.explains(life("old", "2026-01-01T00:01:03Z", 3, "Error"))).isFalse();
        assertThat(departures.explains(life("old", "2026-01-01T00:01:03Z", 143, "OOMKilled"))).isTrue();
    }

    @Test
    void revisionsAreCountedAsTheyCome() {
        Replicas replicas = new Replicas();
        replicas.seen(pod("one", "z", null), false, SEEN);
        replicas.seen(pod("two", "a", null), true, SEEN.plusSeconds(1));
        replicas.seen(pod("one", "z", null), true, SEEN.plusSeconds(2));
        replicas.seen(pod("one", "z", null), true, SEEN.plusSeconds(3));
        replicas.gone("one", SEEN.plusSeconds(4));
        replicas.gone("never seen", SEEN);
        Instant created = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(replicas.all()).containsExactly(new Instance("one", 1, created, SEEN.plusSeconds(2), SEEN
                .plusSeconds(4)), new Instance("two", 2, created, SEEN.plusSeconds(1), null));
    }
}
