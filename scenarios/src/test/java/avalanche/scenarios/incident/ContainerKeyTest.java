package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.Liveness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the key {@code victim.container} gives the service on platforms of containers. */
class ContainerKeyTest {
    private static final long MEBIBYTE = 1 << 20;

    private static Container read(String container) {
        return Sample.read(Sample.with("heap:", "container: " + container + "\n  heap:"), null, null).victim()
                .container();
    }

    @Test
    void followsTheHeapWhereTheFileSaysNothing() {
        Victim victim = Sample.read(Sample.TEXT, null, null).victim();
        assertThat(victim.container()).isEqualTo(Container.around(victim.heapBytes()));
        assertThat(victim.container().heapBytes()).isGreaterThan(victim.container().memoryBytes());
    }

    @Test
    void takesEveryKey() throws Exception {
        String container = "{memory: 300 MiB, cpus: 0.5, heap: 96 MiB, liveness: {period: 2 s, timeout: 1 s, failures: 4}}";
        assertThat(read(container)).isEqualTo(new Container(300 * MEBIBYTE, 0.5, 96 * MEBIBYTE, new Liveness(Duration
                .ofSeconds(2), Duration.ofSeconds(1), 4)));
        assertThat(new SchemaFile().problems(Sample.with("heap:", "container: " + container + "\n  heap:"))).isEmpty();
    }

    @Test
    void theHeapFollowsTheMemoryAndLivenessHasDefaults() {
        assertThat(read("{memory: 300 MiB, liveness: {}}")).isEqualTo(new Container(300 * MEBIBYTE, 1, 600 * MEBIBYTE,
                new Liveness(Duration.ofSeconds(10), Duration.ofSeconds(5), 3)));
    }

    @Test
    void anOverlayIsLaidOverItKeyByKey() throws Exception {
        String text = Sample.with("heap:", "container: {memory: 300 MiB, liveness: {}}\n  heap:")
                + "variants: {other: {victim: {container: {cpus: 2, liveness: }}}}\n";
        assertThat(Sample.read(text, "other", null).victim().container()).isEqualTo(new Container(300 * MEBIBYTE, 2,
                600 * MEBIBYTE, null));
        assertThat(new SchemaFile().problems(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{memory: 1 MiB}|victim.container.memory: '1 MiB' is out of range; allowed: 64 MiB to 1024 GiB",
        "{cpus: 0.01}|victim.container.cpus: '0.01' is out of range; allowed: a number of processors from 0.1 to 1024",
        "{cpus: many}|victim.container.cpus: 'many' is not a number of processors",
        "{liveness: {period: 1.5 s}}|victim.container.liveness.period: '1.5 s' is not a whole number of seconds",
        "{liveness: {failures: 0}}|victim.container.liveness.failures: '0' is out of range; allowed: 1 to 1000",
        "{memroy: 300 MiB}|victim.container.memroy: unknown key 'memroy'; allowed: memory, heap, cpus, liveness; did you mean 'memory'?"})
    void saysWhereAndWhatIsAllowed(String container, String message) {
        String text = Sample.with("heap:", "container: " + container + "\n  heap:");
        assertThat(Sample.render(IncidentReader.validate(text, Sample.PATH))).contains(message);
    }
}
