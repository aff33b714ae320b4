package avalanche.k8s.applied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ManifestTextTest {
    private static final Map<String, String> WORDS = Map.of("namespace", "ns", "run", "r-1");

    private static List<ManifestDocument> read(String text) throws IOException {
        return ManifestText.read(text, WORDS);
    }

    @Test
    void oneDocumentForEachObjectEmptyOnesLeftOut() throws IOException {
        List<ManifestDocument> documents = read("""
                ---
                # only a comment
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: one, namespace: "${avalanche.namespace}"}
                data: {shell: "${HOME}", run: "${avalanche.run}"}
                """);
        assertThat(documents).hasSize(1);
        ManifestDocument one = documents.getFirst();
        assertThat(one.words()).isEqualTo("ConfigMap one");
        assertThat(one.namespace()).isEqualTo("ns");
        assertThat(one.content().getAsJsonObject("data").toString()).isEqualTo(
                "{\"shell\":\"${HOME}\",\"run\":\"r-1\"}");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(read("""
                apiVersion: v1
                kind: X
                metadata: {name: x}
                spec: {whole: 3, part: 0.5, yes: true, none: null}
                """).getFirst().content().get("spec").toString()).contains("\"whole\":3", "\"part\":0.5");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatThrownBy(() -> read("""
                kind: List
                metadata: {generateName: x-}
                ---
                - no object
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${avalanche.nowhere}"}
                """)).isInstanceOf(IOException.class).hasMessageContainingAll("document 1: apiVersion is missing",
                "document 1: kind is List; allowed", "document 1: metadata.name is missing",
                "document 2 is no object", "${avalanche.nowhere} is not known; allowed: ${avalanche.namespace},"
                        + " ${avalanche.run}");
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> read("a: [1")).isInstanceOf(IOException.class).hasMessageContaining(
                "document 1 is no YAML");
        assertThatThrownBy(() -> read("a: 1\na: 2")).isInstanceOf(IOException.class).hasMessageContaining("duplicate");
        assertThatThrownBy(() -> read("# nothing\n")).isInstanceOf(IOException.class).hasMessageContaining(
                "it has no object");
    }
}
