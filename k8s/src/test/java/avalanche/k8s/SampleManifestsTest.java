package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.manifest.HarnessSpec;
import avalanche.k8s.manifest.PullPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code k8s/manifests} in step with what the platform creates; {@code -Dgolden.write=true} writes it anew. */
final class SampleManifestsTest {
    private static final Path FOLDER = Path.of("manifests");
    private static final String RUN = "20260101T030000Z-range-cascade-1a2b";
    private static final ImageNames IMAGES = new ImageNames("avalanche/victim-service:latest",
            "avalanche/injector:latest");
    private static final KubernetesConfiguration SAMPLE = new KubernetesConfiguration(null, null, IMAGES);

    @Test
    void theService() throws IOException {
        Path nowhere = Path.of(".");
        compare("victim.yaml", RenderedManifests.victim(SAMPLE, new TargetSpec(RUN, 192L << 20, List.of(), Map.of(
                "victim.map.strategy", "locked"), nowhere, Container.around(192L << 20))));
    }

    @Test
    void theInjectors() throws IOException {
        compare("injectors.yaml", RenderedManifests.injectors(SAMPLE, new InjectionPlan(RUN, "{}\n", Path.of(".")), 2));
    }

    private static HarnessSpec harness(@Nullable String schedule) throws IOException {
        return new HarnessSpec("avalanche", "range-cascade", "avalanche/harness:latest", PullPolicy.IF_NOT_PRESENT,
                IMAGES, "range-cascade.yaml", Files.readString(Path.of("../scenarios/incidents/range-cascade.yaml")),
                List.of("--expect", "reproduced"), schedule, HarnessSpec.CRON_JOB, "5Gi", null);
    }

    @Test
    void theHarnesssRights() throws IOException {
        compare("harness.yaml", RenderedManifests.harness(harness(null)));
    }

    @Test
    void theScheduledHarness() throws IOException {
        compare("scheduled.yaml", RenderedManifests.harness(harness("0 3 * * *")));
    }

    private static void compare(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
