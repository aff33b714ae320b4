package avalanche.scenarios.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectorArgumentsTest {
    @TempDir
    private Path directory;

    private static InjectorArguments parse(String... arguments) {
        return InjectorArguments.parse(arguments);
    }

    @Test
    void areOneShardOfOneFromStandardInputUnlessToldOtherwise() {
        assertThat(parse()).isEqualTo(new InjectorArguments(0, 1, null));
        assertThat(parse("--shards", "3", "--shard", "2")).isEqualTo(new InjectorArguments(2, 3, null));
    }

    @Test
    void nameAFileWithThePlan() throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.json"), "{}");
        assertThat(parse("--plan", plan.toString())).isEqualTo(new InjectorArguments(0, 1, plan));
        assertThat(parse("--plan", plan.toString()).document()).isEqualTo("{}");
    }

    @Test
    void refuseAPlanThatIsNoFile() {
        assertThatThrownBy(() -> parse("--plan", directory.toString())).isInstanceOf(InvalidPlan.class)
                .hasMessageContaining("--plan is " + directory + ", which is not a file");
        assertThatThrownBy(() -> parse("--plan")).isInstanceOf(InvalidPlan.class).hasMessageContaining(
                "--plan is missing");
    }

    @Test
    void refuseWhatTheyDoNotKnowAndAShardThatThereIsNot() {
        assertThatThrownBy(() -> parse("--plans", "x")).isInstanceOf(InvalidPlan.class).hasMessageContaining(
                "allowed: --shard, --shards, --plan");
        assertThatThrownBy(() -> parse("--shard", "1")).isInstanceOf(InvalidPlan.class).hasMessageContaining(
                "--shard is 1 of 1");
        assertThatThrownBy(() -> parse("--shard", "one")).isInstanceOf(InvalidPlan.class).hasMessageContaining(
                "a whole number");
    }
}
