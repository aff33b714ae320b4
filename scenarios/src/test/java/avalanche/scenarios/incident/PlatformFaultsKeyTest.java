package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.PlatformFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the platform in the incident file. */
class PlatformFaultsKeyTest {
    @TempDir
    private Path folder;

    private static String with(String fault) {
        return Sample.with("conditions:", "  other: " + fault + "\nconditions:");
    }

    private static TimedFault read(String fault) {
        return Sample.read(with(fault), null, null).faults().getLast();
    }

    @Test
    void takesEveryType() throws Exception {
        assertThat(read("{type: delete-pod, from: incident}")).isEqualTo(new TimedFault("other",
                new PlatformFault.DeletePod(), "incident", null));
        assertThat(read("{type: kill-process, from: incident, after: 5 s}")).isEqualTo(new TimedFault("other",
                new PlatformFault.KillProcess(), "incident", Duration.ofSeconds(5), null, null));
        assertThat(read("{type: freeze, from: healthy, after: 2 s, until: incident}")).isEqualTo(new TimedFault("other",
                new PlatformFault.Freeze(), "healthy", Duration.ofSeconds(2), "incident", null));
        assertThat(read("{type: throttle-cpu, from: incident, cpus: 0.2, until: 10 s}")).isEqualTo(new TimedFault(
                "other",
                new PlatformFault.ThrottleCpu(0.2), "incident", Duration.ZERO, null, Duration.ofSeconds(10)));
        for (String fault : List.of("{type: delete-pod, from: incident}", "{type: freeze, from: healthy, until: 10 s}",
                "{type: throttle-cpu, from: incident, cpus: 0.2}",
                "{type: custom-resource, from: incident, manifest: a}")) {
            assertThat(new SchemaFile().problems(with(fault))).as(fault).isEmpty();
        }
    }

    @Test
    void aManifestIsReadFromBesideTheFile() throws Exception {
        Files.writeString(folder.resolve("chaos.yaml"), "kind: PodChaos\n");
        String text = with("{type: custom-resource, from: incident, manifest: chaos.yaml}");
        Path file = folder.resolve("small.yaml");
        assertThat(IncidentReader.read(text, file.toString(), null, null, List.of())).isInstanceOfSatisfying(
                Reading.Read.class, read -> assertThat(read.incident().faults().getLast().fault()).isEqualTo(
                        new PlatformFault.CustomResource("chaos.yaml", "kind: PodChaos\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{type: kill-process, from: incident, until: 10 s}|small.yaml:20:54: faults.other.until: does not belong to kill-process, which is over at once; allowed: no such key here",
        "{type: freeze, from: incident, cpus: 1}|faults.other.cpus: does not belong to freeze; allowed: type, from, after",
        "{type: throttle-cpu, from: incident}|faults.other.cpus: is missing; allowed: a number of processors, such as 0.2",
        "{type: throttle-cpu, from: incident, cpus: 0.001}|faults.other.cpus: '0.001' is out of range; allowed: 0.01 to 1024.0",
        "{type: custom-resource, from: incident}|faults.other.manifest: is missing; allowed: a file of YAML",
        "{type: freeze, from: incident, delay: 1 us}|faults.other.delay: does not belong to freeze"})
    void saysWhereAndWhatIsAllowed(String fault, String message) throws Exception {
        assertThat(Sample.render(IncidentReader.validate(with(fault), Sample.PATH))).contains(message);
        assertThat(new SchemaFile().problems(with(fault))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{type: custom-resource, from: incident, manifest: no.yaml}|faults.other.manifest: there is no file 'no.yaml'; allowed: a file of YAML",
        "{type: freeze, from: incident, after: 20 s}|faults.other.after: is 20 s, beyond the end of 'incident'; allowed: less than its duration, 20 s",
        "{type: freeze, from: incident, after: 1500 ms}|faults.other.after: '1500 ms' is not a whole number of seconds",
        "{type: freeze, from: incident, until: 0 s}|faults.other.until: '0 s' is out of range; allowed: 1 s to 24 h",
        "{type: freeze, from: incident, until: healthy}|faults.other.until: the phase 'healthy' does not come after 'incident'",
        "{type: slow-callback, from: incident, after: 3 s, delay: 1 us}|faults.other: is in force at the same time as slow, and both set the callback's cost"})
    void saysWhatNoSchemaSees(String fault, String message) {
        assertThat(Sample.render(IncidentReader.validate(with(fault), Sample.PATH))).contains(message);
    }

    @Test
    void twoOfOneTypeExcludeEachOtherWhileTheyLast() {
        String freeze = "{type: freeze, from: healthy, until: 5 s}\n  again: {type: freeze, from: healthy, after: ";
        assertThat(Sample.refused(with(freeze + "4 s}"))).singleElement().extracting(Problem::message).asString()
                .contains(
                        "is in force at the same time as other");
        assertThat(Sample.refused(with(freeze + "5 s}"))).isEmpty();
    }

    @Test
    void areDescribed() {
        assertThat(Description.of(Sample.read(with(
                "{type: throttle-cpu, from: incident, after: 5 s, cpus: 0.2, until: 10 s}"),
                null, null))).contains("The faults, in the incident only",
                        "- other, from 5 s after the start of incident for 10 s: 0.20 processors.");
        assertThat(Description.of(Sample.read(with("{type: kill-process, from: incident}"), null, null))).contains(
                "- other, from the start of incident: SIGKILL to the process of the oldest replica.");
    }
}
