package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.life.OomKills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OomKillCountersTest {
    @TempDir
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsCgroupV2() throws IOException {
        write("proc/self/cgroup", "0::/user.slice/a\n");
        write("sys/fs/cgroup/user.slice/a/memory.events", "low 0\noom 4\noom_kill 2\noom_group_kill 9\n");
        write("proc/vmstat", "nr_free_pages 17\noom_kill 5\n");
        assertThat(new OomKillCounters(root).read()).isEqualTo(new OomKills(2L, 5L));
    }

    @Test
    void readsCgroupV1() throws IOException {
        write("proc/self/cgroup", "4:cpu,cpuacct:/x\n3:memory:/b\n0::/x\n");
        write("sys/fs/cgroup/memory/b/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n");
        assertThat(new OomKillCounters(root).read()).isEqualTo(new OomKills(3L, null));
    }

    @Test
    void saysThatNothingIsReadable() {
        assertThat(new OomKillCounters(root).read()).isEqualTo(OomKills.UNREADABLE);
    }

    @Test
    void subtracts() {
        assertThat(new OomKills(3L, null).since(new OomKills(1L, 4L))).isEqualTo(new OomKills(2L, null));
    }
}
