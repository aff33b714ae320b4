package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Revision;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mitigations in the incident file. */
class MitigationsKeyTest {
    private static String with(String mitigation) {
        return Sample.with("conditions:", "mitigations:\n  help: {title: Help, " + mitigation + "}\nconditions:");
    }

    private static Mitigation read(String mitigation) {
        return Sample.read(with(mitigation), null, null).mitigation("help").mitigation();
    }

    @Test
    void takesEveryType() throws Exception {
        assertThat(read("type: scale-out, replicas: 3, from: incident")).isEqualTo(new Mitigation.ScaleOut(3));
        assertThat(read("type: rollout, strategy: segmented, settings: {victim.map.segments: 32}, from: incident"))
                .isEqualTo(
                        new Mitigation.Rollout(new Revision(null, Map.of("victim.map.strategy", "segmented",
                                "victim.map.segments",
                                "32"))));
        assertThat(read("type: rollout, traversal: {mode: paged, batch: 8}, image: a/b:1, from: incident")).isEqualTo(
                new Mitigation.Rollout(new Revision("a/b:1", Map.of("victim.traversal.mode", "paged",
                        "victim.traversal.batch", "8"))));
        assertThat(read("type: more-memory, memory: 1 GiB, from: incident")).isEqualTo(new Mitigation.MoreMemory(
                1L << 30));
        assertThat(read("type: more-cpu, cpus: 2, from: incident")).isEqualTo(new Mitigation.MoreCpu(2));
        assertThat(read("type: restart, from: incident")).isEqualTo(new Mitigation.Restart());
    }

    @Test
    void takesWordsAndAMoment() throws Exception {
        String text = with("about: It helps, quote: they did, type: restart, from: incident, after: 10 s");
        assertThat(Sample.read(text, null, null).mitigations()).containsExactly(new TimedMitigation("help", "Help",
                "It helps", "they did", new Mitigation.Restart(), "incident", Duration.ofSeconds(10)));
        assertThat(new SchemaFile().problems(text)).isEmpty();
        assertThat(Description.of(Sample.read(text, null, null))).contains(
                "- Help (help): restart, every replica, 10 s after the start of incident.", "  It helps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type: scale-up, from: incident|mitigations.help.type: unknown value 'scale-up'; allowed: more-cpu, more-memory, restart, rollout, scale-out; did you mean 'scale-out'?",
        "type: scale-out, from: incident|mitigations.help.replicas: is missing; allowed: 2 to 100",
        "type: scale-out, replicas: 1, from: incident|mitigations.help.replicas: '1' is out of range; allowed: 2 to 100",
        "type: restart, replicas: 3, from: incident|mitigations.help.replicas: does not belong to restart; allowed: type, title, about, quote, from, after",
        "type: rollout, from: incident|small.yaml:21:3: mitigations.help: changes nothing; allowed: one or more of strategy, traversal, settings, image",
        "type: more-memory, memory: 1, from: incident|mitigations.help.memory: '1' has no unit",
        "type: more-cpu, from: incident|mitigations.help.cpus: is missing; allowed: a number of processors, such as 2",
        "type: restart|mitigations.help.from: is missing; allowed: a phase: healthy, incident",
        "type: rollout, image: a b, from: incident|mitigations.help.image: 'a b' is not the name of an image",
        "type: rollout, settings: {server.port: 1}, from: incident|mitigations.help.settings.server.port: cannot be set here"})
    void saysWhereAndWhatIsAllowed(String mitigation, String message) throws Exception {
        assertThat(Sample.render(IncidentReader.validate(with(mitigation), Sample.PATH))).contains(message);
        assertThat(new SchemaFile().problems(with(mitigation))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type: rollout, strategy: segmentd, from: incident|mitigations.help.strategy: unknown value 'segmentd'; allowed: locked, dual-map, segmented, snapshot, concurrent, hash-trie; did you mean 'segmented'?",
        "type: rollout, strategy: snapshot, traversal: held, from: incident|mitigations.help.traversal: 'held' needs a map with a critical section, which 'snapshot' does not have",
        "type: more-memory, memory: 100 MiB, from: incident|mitigations.help.memory: is 100 MiB; allowed: more than the service has, 224 MiB",
        "type: more-cpu, cpus: 1, from: incident|mitigations.help.cpus: is 1; allowed: more than the service has, 1",
        "type: restart, from: incident, after: 20 s|mitigations.help.after: is 20 s, beyond the end of 'incident'; allowed: less than its duration, 20 s",
        "type: restart, from: incdent|mitigations.help.from: unknown value 'incdent'; allowed: healthy, incident; did you mean 'incident'?"})
    void saysWhatNoSchemaSees(String mitigation, String message) {
        assertThat(Sample.render(IncidentReader.validate(with(mitigation), Sample.PATH))).contains(message);
    }

    @Test
    void anUnknownNameIsToldWithTheKnownOnes() {
        Incident incident = Sample.read(with("type: restart, from: incident"), null, null);
        assertThatThrownBy(() -> incident.mitigation("halp")).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "unknown mitigation 'halp'; known: help; did you mean 'help'?");
        assertThatThrownBy(() -> Sample.read(Sample.TEXT, null, null).mitigation("help")).hasMessage(
                "unknown mitigation 'help'; known: none, the file has no mitigations");
    }

    @Test
    void anOverlayIsLaidOverItKeyByKey() throws Exception {
        String text = with("type: scale-out, replicas: 3, from: incident")
                + "variants: {other: {mitigations: {help: {replicas: 5}}}, none: {mitigations: {help: }}}\n";
        assertThat(Sample.read(text, "other", null).mitigation("help").mitigation()).isEqualTo(new Mitigation.ScaleOut(
                5));
        assertThat(Sample.read(text, "none", null).mitigations()).isEmpty();
        assertThat(new SchemaFile().problems(text)).isEmpty();
    }
}
