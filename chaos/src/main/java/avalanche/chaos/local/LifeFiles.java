package avalanche.chaos.local;

import java.nio.file.Path;

/**
 * Where one life of the service leaves its traces.
 *
 * @param directory exists
 * @param life from 1
 */
record LifeFiles(Path directory, int life) {
    /** Standard output and standard error. */
    Path log() {
        return directory.resolve("victim-" + life + ".log");
    }

    /** The JVM's collection log. */
    Path collections() {
        return directory.resolve("gc-" + life + ".log");
    }

    /** The JVM's report of its own crash; only there after one. */
    Path crashReport() {
        return directory.resolve("hs_err-" + life + ".log");
    }
}
