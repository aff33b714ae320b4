package avalanche.chaos.local;

import java.nio.file.Path;
import java.util.List;

/**
 * What the local platform runs, and how much of the machine it gets.
 *
 * @param java the {@code java} executable of both programs
 * @param victimJar the service, started with {@code -jar}
 * @param injectorClassPath the injector's class path, in order
 * @param injectorMainClass the injector's main class
 * @param workDirectory working directory of both programs; exists
 * @param injectorHeapBytes heap limit of one injector
 * @param victimProcessors processors of the service where it is pinned; the injectors share the others
 */
public record LocalPrograms(Path java, Path victimJar, List<Path> injectorClassPath, String injectorMainClass,
        Path workDirectory, long injectorHeapBytes, int victimProcessors) {
    /** Heap limit of one injector, unless told otherwise. */
    public static final long DEFAULT_INJECTOR_HEAP_BYTES = 512L << 20;

    public LocalPrograms {
        injectorClassPath = List.copyOf(injectorClassPath);
        if (injectorHeapBytes < 16L << 20) {
            throw new IllegalArgumentException("injectorHeapBytes is " + injectorHeapBytes
                    + "; allowed: 16 MiB or more");
        }
        if (victimProcessors < 1) {
            throw new IllegalArgumentException("victimProcessors is " + victimProcessors + "; allowed: 1 or more");
        }
    }

    /** One processor for the service, {@link #DEFAULT_INJECTOR_HEAP_BYTES} for each injector. */
    public LocalPrograms(Path java, Path victimJar, List<Path> injectorClassPath, String injectorMainClass,
            Path workDirectory) {
        this(java, victimJar, injectorClassPath, injectorMainClass, workDirectory, DEFAULT_INJECTOR_HEAP_BYTES, 1);
    }
}
