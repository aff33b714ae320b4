package avalanche.chaos.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.engine.DockerEngine;
import avalanche.chaos.engine.NeedsDocker;
import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDocker
class ImagesIT {
    @TempDir
    private Path directory;

    /** As it would be made of the same sources on another day and in another folder. */
    private Blueprint made(String folder, String content, Instant when) throws IOException {
        Path root = Files.createDirectories(directory.resolve(folder));
        Path bin = Files.createDirectories(root.resolve("runtime/bin"));
        List<Path> files = List.of(bin.resolve("java"), root.resolve("b.jar"), root.resolve("a.jar"));
        for (Path file : files) {
            Files.writeString(file, content + file.getFileName());
            Files.setLastModifiedTime(file, FileTime.from(when));
        }
        return new Blueprint("avalanche/test", "a test", "amd64", List.of(
                Layer.of(new LinkedRuntime(root.resolve("runtime"), "key", "amd64")),
                Layer.ofJars("libraries", "/opt/app/lib", files.subList(1, 3))), List.of("-version"));
    }

    private String digest(Blueprint blueprint, Base base, DockerClient engine, String cache) throws Exception {
        return new ImageBuild(base, new EngineImages(engine), directory.resolve(cache)).write(blueprint,
                "avalanche/test:1", directory.resolve(cache + ".tar"));
    }

    @Test
    void equalSourcesMakeEqualImagesAndEqualNames() throws Exception {
        DockerClient engine = DockerEngine.connect();
        Base base = Base.of(ImagePlan.DEFAULT_BASE, engine, _ -> {});
        Blueprint first = made("first", "x", Instant.parse("2026-02-03T04:05:06Z"));
        Blueprint again = made("again", "x", Instant.parse("2026-03-04T05:06:07Z"));
        Blueprint changed = made("changed", "y", Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(again.tag(base.id())).isEqualTo(first.tag(base.id())).matches("[0-9a-f]{12}");
        assertThat(changed.tag(base.id())).isNotEqualTo(first.tag(base.id()));
        assertThat(first.tag("another base")).isNotEqualTo(first.tag(base.id()));
        assertThat(digest(again, base, engine, "cache-1")).isEqualTo(digest(first, base, engine, "cache-2"));
        assertThat(digest(changed, base, engine, "cache-3")).isNotEqualTo(digest(first, base, engine, "cache-2"));
    }

    @Test
    void aBaseThatIsNowhereIsToldWithTheRemedy() throws Exception {
        DockerClient engine = DockerEngine.connect();
        assertThatThrownBy(() -> Base.of("localhost:1/avalanche/no-such-base:1", engine, _ -> {})).isInstanceOf(
                IOException.class).hasMessageContaining("localhost:1/avalanche/no-such-base:1")
                .hasMessageContaining("docker load").hasMessageContaining("--base");
    }
}
