package avalanche.victim.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupOomKillsTest {
    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private @Nullable Long read() {
        return new CgroupOomKills(root).read();
    }

    @Test
    void versionTwosCountIsReadInTheOwnGroup() throws IOException {
        write("proc/self/cgroup", "0::/system.slice/docker-1.scope\n");
        write("sys/fs/cgroup/system.slice/docker-1.scope/memory.events", "low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\n");
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void versionOnesCountIsReadInTheOwnGroup() throws IOException {
        write("proc/self/cgroup", "5:cpuset:/a\n4:memory,cpu:/docker/1\n0::/x\n");
        write("sys/fs/cgroup/memory/docker/1/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 7\n");
        assertThat(read()).isEqualTo(7);
    }

    @Test
    void aContainersOwnGroupIsTheRootThatItSees() throws IOException {
        write("proc/self/cgroup", "4:memory:/kubepods/burstable/pod1/1\n");
        write("sys/fs/cgroup/memory/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void whereThereIsNoCountThereIsNone() throws IOException {
        assertThat(read()).isNull();
        write("proc/self/cgroup", "4:memory:/\n");
        write("sys/fs/cgroup/memory/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\n");
        assertThat(read()).isNull();
    }
}
