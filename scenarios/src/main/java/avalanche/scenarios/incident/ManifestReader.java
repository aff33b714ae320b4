package avalanche.scenarios.incident;

import avalanche.chaos.fault.PlatformFault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the manifest that a fault of type {@code custom-resource} names. */
final class ManifestReader {
    private static final long LARGEST = 1 << 20;
    private static final String WHAT = "a file of YAML, one object or several, of at most 1 MiB; relative paths start"
            + " from the incident file's folder";

    private ManifestReader() {}

    /** The objects to apply; null, with a problem, where the file cannot be read. */
    static PlatformFault.@Nullable CustomResource read(Section section, Path folder) {
        return section.required("manifest", WHAT, text -> read(folder, text));
    }

    private static PlatformFault.CustomResource read(Path folder, String text) throws Unfit {
        try {
            Path path = folder.resolve(text);
            if (!Files.isRegularFile(path)) {
                throw new Unfit("there is no file '" + path + "'", WHAT);
            }
            if (Files.size(path) > LARGEST) {
                throw new Unfit("'" + path + "' is larger than 1 MiB", WHAT);
            }
            String manifest = Files.readString(path);
            if (manifest.isBlank()) {
                throw new Unfit("'" + path + "' is empty", WHAT);
            }
            return new PlatformFault.CustomResource(text, manifest);
        } catch (InvalidPathException _) {
            throw new Unfit("'" + text + "' is not a path", WHAT);
        } catch (CharacterCodingException _) {
            throw new Unfit("'" + text + "' is not UTF-8 text", WHAT);
        } catch (IOException e) {
            throw new Unfit("'" + text + "' cannot be read (" + e.getMessage() + ")", WHAT);
        }
    }
}
