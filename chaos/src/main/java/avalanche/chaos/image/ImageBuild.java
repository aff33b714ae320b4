package avalanche.chaos.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Builds one image; the same blueprint on the same base has the same digest, whenever and wherever it is built. */
final class ImageBuild {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Base base;
    private final EngineImages images;
    private final Path directory;

    ImageBuild(Base base, EngineImages images, Path directory) {
        this.base = base;
        this.images = images;
        this.directory = directory;
    }

    /** Into the engine. */
    void load(Blueprint blueprint, String name) throws IOException, InterruptedException {
        build(blueprint, name, reference -> Containerizer.to(images, DockerDaemonImage.named(reference)));
    }

    /** Into a registry, with the credentials that Docker's own configuration has for it. */
    void push(Blueprint blueprint, String name) throws IOException, InterruptedException {
        build(blueprint, name, reference -> {
            CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(reference, _ -> {});
            RegistryImage image = RegistryImage.named(reference).addCredentialRetriever(credentials.dockerConfig())
                    .addCredentialRetriever(credentials.wellKnownCredentialHelpers());
            String host = reference.getRegistry();
            return Containerizer.to(image).setAllowInsecureRegistries(host.startsWith("localhost") || host.startsWith(
                    "127.0.0.1"));
        });
    }

    /** Into a file; returns the image's digest. */
    String write(Blueprint blueprint, String name, Path tar) throws IOException, InterruptedException {
        return build(blueprint, name, reference -> Containerizer.to(TarImage.at(tar).named(reference))).getImageId()
                .toString();
    }

    private interface Destination {
        Containerizer at(ImageReference reference);
    }

    private JibContainer build(Blueprint blueprint, String name, Destination destination)
            throws IOException, InterruptedException {
        try {
            Containerizer to = destination.at(ImageReference.parse(name));
            return describe(blueprint).containerize(to.setToolName("avalanche")
                    .setBaseImageLayersCache(directory.resolve("base-layers"))
                    .setApplicationLayersCache(directory.resolve("layers")));
        } catch (InvalidImageReferenceException | RegistryException | CacheDirectoryCreationException e) {
            throw new IOException("the image " + name + " could not be built: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException("the image " + name + " could not be built: " + e.getCause(), e);
        }
    }

    private JibContainerBuilder describe(Blueprint blueprint) throws InvalidImageReferenceException {
        JibContainerBuilder image = Jib.from(images, DockerDaemonImage.named(base.name()));
        blueprint.layers().forEach(layer -> image.addFileEntriesLayer(layer.entries()));
        return image.setPlatforms(Set.of(new Platform(blueprint.architecture(), "linux")))
                .setCreationTime(CREATED)
                .setUser(ContainerPaths.USER + ":" + ContainerPaths.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get(ContainerPaths.APPLICATION))
                .setLabels(blueprint.labels(base.name()))
                .addEnvironmentVariable("LANG", "C.UTF-8")
                .setEntrypoint(blueprint.entryPoint())
                .setProgramArguments(blueprint.arguments());
    }
}
