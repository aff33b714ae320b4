package avalanche.k8s.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.image.ContainerCommands;
import avalanche.chaos.image.ImageNames;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Liveness;
import avalanche.chaos.target.TargetSpec;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole objects against {@code src/test/resources/manifests}; {@code -Dgolden.write=true} writes them anew. */
final class ManifestsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/manifests");
    private static final String RUN = "20260101T030000Z-range-cascade-1a2b";
    private static final Container CONTAINER = new Container(352L << 20, 1, 704L << 20, new Liveness(Duration.ofSeconds(
            10), Duration.ofSeconds(1), 3));
    private static final ImageNames IMAGES = new ImageNames("avalanche/victim-service:0123", "avalanche/injector:4567");

    private static VictimSpec victim(Placement placement, Container container, Map<String, byte[]> plugins) {
        TargetSpec spec = new TargetSpec(RUN, 192L << 20, List.of("-XX:+UseSerialGC"), plugins.isEmpty()
                ? Map.of("victim.map.strategy", "locked")
                : Map.of("victim.map.strategy", "mine", TargetSpec.PLUGINS, "mine.jar"), Path.of("."), container);
        return new VictimSpec(placement, RUN, IMAGES.victim(), PullPolicy.IF_NOT_PRESENT, ContainerCommands.victim(
                spec),
                container, plugins, 1, 4);
    }

    private static InjectorSpec injectors(Placement placement) {
        return new InjectorSpec(placement, RUN, IMAGES.injector(), PullPolicy.NEVER, "{\"schema\": 1}", List.of(
                ContainerCommands.injector(RUN, 0, 2, 512L << 20), ContainerCommands.injector(RUN, 1, 2, 512L << 20)),
                768L << 20, 2);
    }

    private static Placement own(int number) {
        return new Placement.Own(Names.instance("avalanche", RUN, number));
    }

    private static Placement shared(int number) {
        return new Placement.Shared("avalanche", Names.instance("avalanche", RUN, number));
    }

    @Test
    void aServiceWithALivenessProbe() throws IOException {
        golden("victim.yaml", VictimManifests.of(victim(own(1), CONTAINER, Map.of())));
    }

    @Test
    void aServiceWithPluginsInASharedNamespace() throws IOException {
        golden("victim-shared.yaml", VictimManifests.of(victim(shared(1), Container.around(192L << 20), Map.of(
                "mine.jar",
                "jar".getBytes(UTF_8)))));
    }

    @Test
    void injectors() throws IOException {
        golden("injectors.yaml", InjectorManifests.of(injectors(own(2))));
    }

    @Test
    void injectorsInASharedNamespace() throws IOException {
        golden("injectors-shared.yaml", InjectorManifests.of(injectors(shared(2))));
    }

    @Test
    void aScheduledHarness() throws IOException {
        golden("harness.yaml", HarnessManifests.of(harness("0 3 * * *", HarnessSpec.CRON_JOB)));
        golden("harness-before-1.21.yaml", HarnessManifests.of(harness("0 3 * * *", HarnessSpec.CRON_JOB_BEFORE)));
    }

    private static HarnessSpec harness(String schedule, String version) {
        return new HarnessSpec("avalanche", "range-cascade", "avalanche/harness:89ab", PullPolicy.IF_NOT_PRESENT,
                IMAGES, "range-cascade.yaml", "schema: 1\nname: range cascade\n", List.of("--expect", "reproduced"),
                schedule, version, "5Gi", "fast");
    }

    @Test
    void withoutAScheduleThereAreTheRightsOnly() {
        HarnessSpec once = new HarnessSpec("avalanche", "a", "i", PullPolicy.NEVER, IMAGES, "a.yaml", "", List.of(),
                null, HarnessSpec.CRON_JOB, "1Gi", null);
        assertThat(HarnessManifests.of(once)).extracting(KubernetesObject::getKind).containsExactly("ServiceAccount",
                "Role", "RoleBinding");
    }

    @Test
    void noPodHasMoreRightsThanTheLeast() {
        String all = ManifestYaml.print(VictimManifests.of(victim(own(1), CONTAINER, Map.of()))) + ManifestYaml.print(
                InjectorManifests.of(injectors(own(2)))) + ManifestYaml.print(HarnessManifests.of(harness("0 3 * * *",
                        HarnessSpec.CRON_JOB)));
        assertThat(all).doesNotContain("privileged: true", "cluster-admin", "ClusterRole", "hostPath", "hostNetwork",
                "runAsUser: 0", "allowPrivilegeEscalation: true", "'*'", "\"*\"", "- *\n");
        assertThat(all.split("runAsNonRoot: true", -1)).hasSize(2 * 4 + 1);
    }

    @Test
    void whatAConfigMapCannotCarryIsRefused() {
        byte[] large = new byte[1 << 20];
        assertThatThrownBy(() -> victim(own(1), CONTAINER, Map.of("large.jar", large))).hasMessageContainingAll(
                "large.jar",
                "1048576 bytes", "allowed: 1032192");
        assertThatThrownBy(() -> new InjectorSpec(own(1), RUN, "i", PullPolicy.NEVER, "x".repeat(1 << 20), List.of(List
                .of()), 1, 1)).hasMessageContaining("the plan is 1048576 bytes");
    }

    /** The text is the expected one, and read back by the client's models it gives the same objects. */
    private static void golden(String name, List<KubernetesObject> objects) throws IOException {
        String text = ManifestYaml.print(objects);
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
        String[] documents = text.substring("---\n".length()).split("\n---\n", -1);
        assertThat(documents).hasSameSizeAs(objects);
        for (int i = 0; i < documents.length; i++) {
            KubernetesObject read = Yaml.loadAs(documents[i].stripTrailing() + "\n", objects.get(i).getClass());
            assertThat(read.getMetadata()).isEqualTo(objects.get(i).getMetadata());
            assertThat(ManifestYaml.print(List.of(read))).isEqualTo("---\n" + documents[i].stripTrailing() + "\n");
        }
    }
}
