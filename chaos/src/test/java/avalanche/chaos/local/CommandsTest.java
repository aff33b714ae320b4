package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.TargetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final LocalPrograms PROGRAMS = new LocalPrograms(Path.of("/jdk/bin/java"), Path.of("/a/victim.jar"),
            List.of(Path.of("/a/x.jar"), Path.of("/a/y.jar")), "a.Injector", Path.of("/w"));
    private static final Pinning PINNED = Pinning.among(List.of(0, 1), 1);

    @Test
    void startsTheServiceWithItsLimitsItsTracesAndItsSettings() {
        TargetSpec spec = new TargetSpec("run-7", 192L << 20, List.of("-XX:+UseG1GC"), Map.of("victim.map.strategy",
                "locked"), Path.of("/logs"));
        assertThat(Commands.victim(PROGRAMS, PINNED, spec, new LoopbackPorts(7001, 7002), new LifeFiles(spec
                .directory(), 2))).containsExactly("taskset", "-c", "0", "/jdk/bin/java", "-Davalanche.run=run-7",
                        "-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=/logs/hs_err-2.log",
                        "-Xlog:gc*:file=\"/logs/gc-2.log\":time,uptime,level,tags:filecount=1,filesize=16m",
                        "-XX:+UseG1GC", "-jar", "/a/victim.jar", "--server.address=127.0.0.1", "--server.port=7001",
                        "--victim.fault.enabled=true", "--victim.management.address=127.0.0.1",
                        "--victim.management.port=7002", "--victim.map.strategy=locked");
    }

    @Test
    void startsAnInjectorWithItsPartOfThePlan() {
        assertThat(Commands.injector(PROGRAMS, PINNED, "run-7", 1, 3)).containsExactly("taskset", "-c", "1",
                "/jdk/bin/java", "-Davalanche.run=run-7", "-Xmx512m", "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-cp",
                "/a/x.jar:/a/y.jar", "a.Injector", "--shard", "1", "--shards", "3");
    }
}
