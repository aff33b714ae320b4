package avalanche.victim.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.victim.map.OrderMap;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Jars with strategies, made as a user makes them: by the JDK's compiler, with the service's classes only. */
final class PluginJars {
    static final String SERVICES = "META-INF/services/avalanche.victim.map.OrderMapProvider";

    private static final Path EXAMPLE = Path.of("src/test/resources/writing-a-strategy");

    private PluginJars() {}

    /** The worked example of {@code docs/writing-a-strategy.md}. */
    static Path example(Path jar) throws IOException {
        return build(jar, Map.of("acme.orders.SortedMapProvider", Files.readString(EXAMPLE.resolve(
                "SortedMapProvider.java")), "acme.orders.SortedMap", Files.readString(EXAMPLE.resolve(
                        "SortedMap.java"))),
                "acme.orders.SortedMapProvider");
    }

    /**
     * A jar with the classes of that name and text, which names those providers; further jars are there to compile with.
     */
    static Path build(Path jar, Map<String, String> sources, String providers, Path... libraries) throws IOException {
        Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
        if (!sources.isEmpty()) {
            compile(sources, classes, libraries);
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(out, classes.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(
                        file));
            }
            if (!providers.isEmpty()) {
                add(out, SERVICES, providers.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /** The text of a provider {@code plugins.<name>} of that id whose constructor and map are these. */
    static Map<String, String> provider(String name, String id, String constructor, String map) {
        return Map.of("plugins." + name, """
                package plugins;
                import avalanche.victim.map.*;
                public final class %1$s implements OrderMapProvider {
                    public %1$s() { %3$s }
                    public String id() { return %2$s; }
                    public String hazard() { return "none"; }
                    public Guarantees guarantees() { return MapStrategy.CONCURRENT.guarantees(); }
                    public OrderMap create(MapSettings settings) { return %4$s; }
                }
                """.formatted(name, id, constructor, map));
    }

    private static void compile(Map<String, String> sources, Path classes, Path... libraries) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> classPath = new ArrayList<>(List.of(home(OrderMap.class).toString(), home(Nullable.class)
                .toString()));
        Stream.of(libraries).map(Path::toString).forEach(classPath::add);
        StringWriter said = new StringWriter();
        boolean done = compiler.getTask(said, null, null, List.of("-d", classes.toString(), "-cp", String.join(
                File.pathSeparator, classPath), "-Xlint:all", "-Werror", "-proc:none"), null, sources.entrySet()
                        .stream()
                        .map(source -> new Source(source.getKey(), source.getValue())).toList()).call();
        assertThat(done).as(said.toString()).isTrue();
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    /** A class's text, held in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
