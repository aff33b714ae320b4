package avalanche.chaos.local;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Injection;
import avalanche.chaos.target.Injection.Line;
import avalanche.chaos.target.Injection.Shard;
import avalanche.chaos.target.InjectionPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalInjectionIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Injection inject(String plan, int shards) throws Exception {
        return Fakes.platform(directory).inject(new InjectionPlan("run-1", plan, directory), shards);
    }

    @Test
    void carriesEveryLineOfEveryShard() throws Exception {
        try (Injection injection = inject("one two three", 2)) {
            List<Line> lines = new ArrayList<>();
            while (!injection.isDone()) {
                Line line = injection.next(LONG);
                if (line != null) {
                    lines.add(line);
                }
            }
            assertThat(lines).filteredOn(line -> line.shard() == 1).extracting(Line::text).containsExactly(
                    "one of shard 1", "two of shard 1", "three of shard 1");
            assertThat(lines).hasSize(6);
            assertThat(injection.shards()).extracting(Shard::exitCode).containsExactly(0, 0);
            assertThat(injection.shards().get(1).lastWords()).containsExactly("arguments --shard 1 --shards 2");
        }
    }

    @Test
    void tellsHowAShardFailed() throws Exception {
        try (Injection injection = inject("fail", 1)) {
            assertThat(injection.next(LONG)).isEqualTo(new Line(0, "fail of shard 0"));
            assertThat(injection.next(LONG)).isNull();
            assertThat(injection.isDone()).isTrue();
            assertThat(injection.shards().getFirst().exitCode()).isEqualTo(2);
        }
    }

    @Test
    void endsInjectorsThatNobodyReads() throws Exception {
        Injection injection = inject("flood", 1);
        assertThat(injection.next(LONG)).isNotNull();
        injection.close();
        injection.close();
        assertThat(injection.shards().getFirst().exitCode()).isNotNull();
    }

    @Test
    void endsInjectorsThatHang() throws Exception {
        Injection injection = inject("hang", 2);
        assertThat(injection.next(LONG)).isNotNull();
        injection.close();
        assertThat(injection.shards()).extracting(Shard::exitCode).containsExactly(143, 143);
    }
}
