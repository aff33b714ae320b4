package avalanche.chaos.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What an installed Java says of itself in its {@code release} file, without being started. */
final class JavaHome {
    /** The lowest feature version that runs service and injectors. */
    static final int LOWEST = 25;

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

    private JavaHome() {}

    /** The feature version of the {@code bin/java} of a home, null where there is no readable {@code release} file. */
    static @Nullable Integer featureVersion(Path java) {
        try {
            Path bin = java.toRealPath().getParent();
            Path home = bin == null ? null : bin.getParent();
            if (home == null || !Files.isReadable(home.resolve("release"))) {
                return null;
            }
            Matcher matcher = VERSION.matcher(Files.readString(home.resolve("release")));
            return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
        } catch (IOException _) {
            // Not known beforehand: what is wrong with it will show when it is started.
            return null;
        }
    }
}
