package avalanche.scenarios.cli;

import java.nio.file.Path;
import java.util.List;

/** Tells the libraries that only the harness uses, and no injector: clients of platforms, and what reports are made of. */
final class HarnessLibraries {
    /** Beginnings of jars' names; one that an injector needs after all fails each of its tests. */
    private static final List<String> NAMES = List.of("client-java", "docker-java", "echarts-", "guava-", "jib-",
            "jna-", "kotlin-stdlib", "okhttp", "okio", "protobuf-java", "testcontainers", "zstd-jni");

    private HarnessLibraries() {}

    static boolean contain(Path jar) {
        String name = String.valueOf(jar.getFileName());
        return NAMES.stream().anyMatch(name::startsWith);
    }
}
