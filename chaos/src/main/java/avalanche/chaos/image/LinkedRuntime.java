package avalanche.chaos.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java run-time for the images, linked from an installed JDK with the modules that service and injector use. It brings
 * its class data archive: that saves some 0.3 s of each start, and the same JDK always makes the same bytes.
 *
 * @param folder the run-time
 * @param key what it was linked from, so that equal keys are equal run-times
 * @param architecture as images call it, such as {@code amd64}
 */
record LinkedRuntime(Path folder, String key, String architecture) {
    private static final List<String> MODULES = List.of("java.base", "java.compiler", "java.desktop",
            "java.instrument", "java.logging", "java.management", "java.naming", "java.net.http", "java.prefs",
            "java.rmi", "java.scripting", "java.security.jgss", "java.security.sasl", "java.sql",
            "java.transaction.xa", "java.xml", "java.xml.crypto", "jdk.httpserver", "jdk.jfr", "jdk.management",
            "jdk.net",
            "jdk.unsupported", "jdk.zipfs");
    private static final List<String> OPTIONS = List.of("--strip-debug", "--no-header-files", "--no-man-pages",
            "--generate-cds-archive");
    /** For heaps of 32 GB and more: half of the archives' size, and of no use here. */
    private static final String ARCHIVE_FOR_HUGE_HEAPS = "lib/server/classes_nocoops.jsa";
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "amd64", "amd64", "aarch64",
            "arm64");

    /**
     * The run-time of a JDK, linked where that has not been done yet.
     *
     * @throws IOException if the JDK cannot be linked from, or is not one for Linux; the message carries the remedy
     */
    static LinkedRuntime of(Path javaHome, Path directory, Consumer<String> progress)
            throws IOException, InterruptedException {
        String release = release(javaHome);
        String architecture = architecture(javaHome, release);
        String key = key(release);
        Path folder = Kept.folder(directory.resolve("runtime-" + key), made -> {
            progress.accept("linking a Java run-time from " + javaHome + ", once");
            link(javaHome, made);
        });
        return new LinkedRuntime(folder, key, architecture);
    }

    /**
     * Looks whether a JDK can be linked from, without doing it.
     *
     * @throws IOException saying why it cannot
     */
    static void check(Path javaHome) throws IOException {
        architecture(javaHome, release(javaHome));
    }

    private static void link(Path javaHome, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/jlink").toString(), "--add-modules",
                String.join(",", MODULES), "--output", folder.toString()));
        command.addAll(OPTIONS);
        Tool.run(command);
        Files.deleteIfExists(folder.resolve(ARCHIVE_FOR_HUGE_HEAPS));
    }

    /** Not the name of the folder that the JDK is in: equal JDKs make equal run-times wherever they are. */
    private static String key(String release) {
        List<String> parts = new ArrayList<>(List.of(release));
        parts.addAll(MODULES);
        parts.addAll(OPTIONS);
        return Digests.ofTexts(parts);
    }

    private static String release(Path javaHome) throws IOException {
        Path release = javaHome.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(javaHome.resolve("bin/jlink"))) {
            throw new IOException(javaHome
                    + " is not a JDK with bin/jlink and a release file; set JAVA_HOME to a JDK 25"
                    + " or later");
        }
        return Files.readString(release);
    }

    private static String architecture(Path javaHome, String release) throws IOException {
        Map<String, String> values = values(release);
        String system = values.getOrDefault("OS_NAME", "unknown");
        String machine = values.getOrDefault("OS_ARCH", "unknown");
        String architecture = ARCHITECTURES.get(machine);
        if (!system.equals("Linux") || architecture == null) {
            throw new IOException(javaHome + " is for " + system + " on " + machine
                    + ", and images hold a run-time for Linux on x86_64 or aarch64; build them on such a machine with"
                    + " ./avalanche images --registry PREFIX, or use the local platform here");
        }
        return architecture;
    }

    private static Map<String, String> values(String release) {
        Map<String, String> values = new TreeMap<>();
        Matcher matcher = Pattern.compile("(?m)^(\\w+)=\"(.*)\"\\s*$").matcher(release);
        while (matcher.find()) {
            values.put(matcher.group(1), matcher.group(2));
        }
        return values;
    }
}
