package avalanche.chaos.image;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the harness's image has beside what the injector's has: the command line needs more libraries.
 *
 * @param libraries the rest of its class path, after the injector's
 * @param javaOptions options of its JVM, each without white space
 * @param mainClass the command line's main class; the container's arguments are its own
 * @param files further files, such as sample incidents, by their path below {@link ContainerPaths#HARNESS_HOME}
 */
public record HarnessContent(List<Path> libraries, List<String> javaOptions, String mainClass,
        SortedMap<String, Path> files) {
    public HarnessContent {
        libraries = List.copyOf(libraries);
        javaOptions = List.copyOf(javaOptions);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        for (String option : javaOptions) {
            if (option.isBlank() || option.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("javaOptions has '" + option
                        + "'; allowed: options without white space");
            }
        }
    }
}
