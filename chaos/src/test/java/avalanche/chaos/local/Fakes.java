package avalanche.chaos.local;

import avalanche.chaos.life.BackOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Programs to run in place of the real ones, and a way to wait for what they do. */
final class Fakes {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final BackOff SHORT = new BackOff(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMinutes(
            10), 0);

    private Fakes() {}

    /** A platform whose service is {@link FakeService} and whose injector is {@link FakeInjector}. */
    static LocalPlatform platform(Path directory) throws IOException {
        List<Path> classPath = List.of(System.getProperty("java.class.path").split(":", -1)).stream().map(Path::of)
                .toList();
        LocalPrograms programs = new LocalPrograms(JAVA, jar(directory.resolve("fake.jar")), classPath,
                FakeInjector.class.getName(), directory, 32L << 20, 1);
        return new LocalPlatform(programs, Pinning.ofThisMachine(1), InstantSource.system(), SHORT);
    }

    private static Path jar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = Objects.requireNonNull(FakeService.class.getClassLoader().getResourceAsStream(
                        entry))) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    /** Whether something becomes true in time. */
    static boolean within(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Whether a process is there, and is no zombie. */
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
