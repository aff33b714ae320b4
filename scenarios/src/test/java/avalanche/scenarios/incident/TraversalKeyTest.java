package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the keys of walks and of maps of one's own become in the service's settings. */
class TraversalKeyTest {
    static List<String> modes() {
        return List.copyOf(Traversal.MODES.keySet());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void aModeAloneLeavesTheRestToTheService(String mode) throws Exception {
        String text = Sample.with("strategy: locked", "strategy: locked\n  traversal: " + mode);
        assertThat(Sample.read(text, null, null).victim().allSettings()).isEqualTo(Map.of("victim.map.strategy",
                "locked", "victim.map.segments", "8", "victim.traversal.mode", mode));
        assertThat(new SchemaFile().problems(text)).isEmpty();
    }

    @Test
    void whatAModeTakesIsHandedOverInTheServicesOwnTerms() throws Exception {
        String bounded = Sample.with("heap:",
                "traversal: {mode: bounded, deadline: 0.25 s, entries-per-second: 10000/s}\n  heap:");
        assertThat(Sample.read(bounded, null, null).victim().allSettings()).containsEntry("victim.traversal.deadline",
                "250ms").containsEntry("victim.traversal.entries-per-second", "10000");
        String paged = Sample.with("heap:", "traversal: {mode: paged, batch: 8, pages-per-second: 5}\n  heap:");
        assertThat(Sample.read(paged, null, null).victim().allSettings()).containsEntry("victim.traversal.batch", "8")
                .containsEntry("victim.traversal.pages-per-second", "5");
        assertThat(new SchemaFile().problems(bounded)).isEmpty();
        assertThat(new SchemaFile().problems(paged)).isEmpty();
    }

    @Test
    void nothingIsHandedOverWhereTheFileSaysNothing() {
        Victim victim = Sample.read(Sample.TEXT, null, null).victim();
        assertThat(victim.traversal()).isNull();
        assertThat(victim.mode()).isEqualTo(Traversal.NATURAL);
        assertThat(victim.allSettings()).doesNotContainKeys("victim.traversal.mode", "victim.map.plugins");
    }

    @Test
    void anOverlayAndAnArgumentReplaceTheModeWithWhatItTakes() {
        String text = Sample.with("heap:", "traversal: {mode: paged, batch: 8}\n  heap:")
                + "variants: {other: {victim: {traversal: {mode: held}}}}\n";
        assertThat(Sample.read(text, "other", null).victim().traversal()).isEqualTo(new Traversal("held", Map.of()));
        assertThat(Sample.read(text, "other", null, "victim.traversal=bounded").victim().mode()).isEqualTo("bounded");
        assertThat(Sample.read(text, "other", null, "victim.traversal=").victim().traversal()).isNull();
    }

    @Test
    void pluginsAllowAnyStrategyAndAreFoundFromTheFilesFolder(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("maps"));
        String text = Sample.with("strategy: locked", "strategy: my-map\n  plugins: maps\n  traversal: held");
        Reading reading = IncidentReader.read(text, folder.resolve("mine.yaml").toString(), null, null, List.of());
        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> assertThat(read.incident().victim()
                .allSettings()).containsEntry("victim.map.strategy", "my-map").containsEntry("victim.map.plugins",
                        folder.resolve("maps").toAbsolutePath().normalize().toString()));
        assertThat(new SchemaFile().problems(text)).isEmpty();
        assertThat(Sample.render(Sample.refused(text))).contains("small.yaml:7:12: victim.plugins: there is nothing at")
                .doesNotContain("my-map'");
    }
}
