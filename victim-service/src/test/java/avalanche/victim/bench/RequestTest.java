package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.map.Providers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static Request of(String mode, String only, String maps) {
        return of(mode, only, maps, "/tmp/maps");
    }

    private static Request of(String mode, String only, String maps, String folder) {
        Map<String, String> properties = Map.of("benchmark", mode, "benchmark.only", only, "benchmark.maps", maps,
                "benchmark.results", folder);
        return Request.of(name -> properties.getOrDefault(name, ""));
    }

    @Test
    void asksForAllPartsAndMapsUnlessToldOtherwise() {
        Request request = of("short", "", "");
        assertThat(request.parts()).containsExactly(Part.values());
        assertThat(request.maps()).containsExactlyElementsOf(Providers.all().map(OrderMapProvider::id).toList());
        assertThat(request.command()).isEqualTo("mvn -Pbenchmark -pl victim-service verify -Dbenchmark=short");
    }

    @Test
    void takesASubset() {
        Request request = of("long", "latency, post-mortem", "concurrent,trie-map");
        assertThat(request.parts()).containsExactly(Part.LATENCY, Part.POST_MORTEM);
        assertThat(request.maps()).containsExactly("concurrent", "trie-map");
        assertThat(request.command()).endsWith(
                "-Dbenchmark.only=latency,post-mortem -Dbenchmark.maps=concurrent,trie-map");
    }

    @Test
    void namesWhatIsKnown() {
        assertThatThrownBy(() -> of("quick", "", "")).hasMessage(
                "unknown mode 'quick' at benchmark; known: smoke, short, long");
        assertThatThrownBy(() -> of("short", "speed", "")).hasMessage(
                "unknown part 'speed' at benchmark.only; known: throughput, latency, snapshot, memory, post-mortem");
        assertThatThrownBy(() -> of("short", "", "chm")).hasMessageStartingWith(
                "unknown map 'chm' at benchmark.maps; known: locked, ").hasMessageEndingWith("synchronized");
    }

    @Test
    void aRelativeFolderIsRefusedForItWouldBeInTheModule() {
        assertThatThrownBy(() -> of("short", "", "", "maps")).hasMessage(
                "folder 'maps' at benchmark.results is relative; give an absolute path");
    }
}
