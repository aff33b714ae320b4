package avalanche.chaos.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.google.cloud.tools.jib.api.DescriptorDigest;
import com.google.cloud.tools.jib.api.DockerClient;
import com.google.cloud.tools.jib.api.ImageDetails;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.image.ImageTarball;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images in an engine, for the image builder: so that no {@code docker} program is needed. */
final class EngineImages implements DockerClient {
    private final com.github.dockerjava.api.DockerClient engine;

    EngineImages(com.github.dockerjava.api.DockerClient engine) {
        this.engine = engine;
    }

    @Override
    public boolean supported(Map<String, String> parameters) {
        return true;
    }

    /** What the engine knows of an image; null where it does not have it. */
    @Nullable
    InspectImageResponse find(String name) {
        try {
            return engine.inspectImageCmd(name).exec();
        } catch (NotFoundException _) {
            return null;
        }
    }

    @Override
    public String load(ImageTarball image, Consumer<Long> written) throws IOException {
        Path file = Files.createTempFile("avalanche-image", ".tar");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                image.writeTo(out);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                engine.loadImageCmd(in).exec();
            }
            written.accept(Files.size(file));
            return "";
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void save(ImageReference image, Path output, Consumer<Long> written) throws IOException {
        try (InputStream in = engine.saveImageCmd(image.toString()).exec()) {
            written.accept(Files.copy(in, output, StandardCopyOption.REPLACE_EXISTING));
        }
    }

    @Override
    public ImageDetails inspect(ImageReference image) throws IOException {
        InspectImageResponse found = find(image.toString());
        if (found == null) {
            throw new IOException("the Docker engine has no image " + image);
        }
        return new Details(found);
    }

    private record Details(InspectImageResponse found) implements ImageDetails {
        @Override
        public long getSize() {
            Long size = found.getSize();
            return size == null ? 0 : size;
        }

        @Override
        public DescriptorDigest getImageId() throws DigestException {
            return DescriptorDigest.fromDigest(String.valueOf(found.getId()));
        }

        @Override
        public List<DescriptorDigest> getDiffIds() throws DigestException {
            var root = found.getRootFS();
            List<String> layers = root == null ? null : root.getLayers();
            List<DescriptorDigest> digests = new ArrayList<>();
            for (String layer : layers == null ? List.<String>of() : layers) {
                digests.add(DescriptorDigest.fromDigest(layer));
            }
            return digests;
        }
    }
}
