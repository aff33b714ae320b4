package avalanche.chaos.image;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.TargetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerCommandsTest {
    private static TargetSpec spec(Map<String, String> settings) {
        return new TargetSpec("run-7", 192L << 20, List.of("-XX:+UseG1GC"), settings, Path.of("/logs"),
                new Container(368L << 20, 1, 736L << 20, null));
    }

    @Test
    void givesTheServiceTheContainersHeapItsSettingsAndFixedPorts() {
        assertThat(ContainerCommands.victim(spec(Map.of("victim.map.strategy", "locked", "server.port", "7001"))))
                .containsExactly("-Davalanche.run=run-7", "-Xmx736m", "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+ErrorFileToStdout", "-XX:+UseG1GC", "-jar", "/opt/app/victim-service.jar",
                        "--server.address=0.0.0.0", "--server.port=8080", "--victim.fault.enabled=true",
                        "--victim.management.address=0.0.0.0", "--victim.management.port=8081",
                        "--victim.map.strategy=locked");
    }

    @Test
    void looksForPluginsWhereTheyAreMounted() {
        assertThat(ContainerCommands.victim(spec(Map.of(TargetSpec.PLUGINS, "/home/me/my-map.jar"))))
                .contains("--victim.map.plugins=/opt/avalanche/plugins").doesNotContain(
                        "--victim.map.plugins=/home/me/my-map.jar");
        assertThat(ContainerCommands.victim(spec(Map.of(TargetSpec.PLUGINS, "")))).contains("--victim.map.plugins=");
    }

    @Test
    void letsASettingSwitchTheFaultPortOff() {
        assertThat(ContainerCommands.victim(spec(Map.of("victim.fault.enabled", "false")))).contains(
                "--victim.fault.enabled=false");
    }

    @Test
    void otherSettingsAreThoseOfAServiceThatWasStartedWithThem() {
        List<String> before = ContainerCommands.victim(spec(Map.of("victim.map.strategy", "locked", "spring.x",
                "a=b")));
        assertThat(ContainerCommands.withSettings(before, Map.of("victim.map.strategy", "concurrent", "server.port",
                "7001"))).isEqualTo(ContainerCommands.victim(spec(Map.of("victim.map.strategy", "concurrent",
                        "spring.x",
                        "a=b"))));
        assertThat(ContainerCommands.withSettings(before, Map.of())).isEqualTo(before);
        List<String> plugins = ContainerCommands.victim(spec(Map.of(TargetSpec.PLUGINS, "/home/me/my-map.jar")));
        assertThat(ContainerCommands.withSettings(plugins, Map.of())).isEqualTo(plugins);
    }

    @Test
    void anotherHeapLeavesTheJvmsOptionsTheLastWord() {
        List<String> before = List.of("-Davalanche.run=run-7", "-Xmx736m", "-Xmx10m", "-jar");
        assertThat(ContainerCommands.withHeap(before, 1024L << 20)).containsExactly("-Davalanche.run=run-7",
                "-Xmx1024m",
                "-Xmx10m", "-jar");
    }

    @Test
    void givesAnInjectorItsPartOfThePlan() {
        assertThat(ContainerCommands.injector("run-7", 1, 3, 512L << 20)).containsExactly("-Davalanche.run=run-7",
                "-Xmx512m", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                "@/opt/app/injector.args", "--shard", "1", "--shards", "3", "--plan",
                "/opt/avalanche/plan/plan.json");
    }
}
