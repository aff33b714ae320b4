package avalanche.chaos.docker;

import avalanche.chaos.image.ContainerCommands;
import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.target.TargetSpec;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A user's own jars, where the service looks for them.
 *
 * @param binds empty where there are none
 */
record Plugins(List<Bind> binds) {
    Plugins {
        binds = List.copyOf(binds);
    }

    /**
     * Those that the settings name.
     *
     * @throws IOException if they do not exist
     */
    static Plugins of(TargetSpec spec) throws IOException {
        if (!ContainerCommands.hasPlugins(spec.settings())) {
            return new Plugins(List.of());
        }
        Path path = Path.of(spec.settings().getOrDefault(TargetSpec.PLUGINS, "")).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IOException(TargetSpec.PLUGINS + " is " + path
                    + ", which does not exist; set it to a jar or to a folder of jars");
        }
        String mount = Files.isDirectory(path)
                ? ContainerPaths.PLUGINS
                : ContainerPaths.PLUGINS + "/" + path.getFileName();
        return new Plugins(List.of(readOnly(path, mount)));
    }

    /** Something of this machine in a container, where it cannot be changed. */
    static Bind readOnly(Path here, String there) {
        return new Bind(here.toAbsolutePath().toString(), new Volume(there), AccessMode.ro);
    }
}
