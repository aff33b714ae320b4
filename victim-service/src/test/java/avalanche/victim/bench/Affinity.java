package avalanche.victim.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processors that threads are kept on, where the operating system is a Linux with two or more to choose from. */
final class Affinity {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final int MASK_BYTES = 128;

    private Affinity() {}

    /** The processors that this process may use, in their order; empty where that is not known. */
    static List<Integer> allowed() {
        if (!Files.isReadable(STATUS)) {
            return List.of();
        }
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(ALLOWED)).findFirst().map(
                    line -> parsed(line.substring(ALLOWED.length()).strip())).orElse(List.of());
        } catch (IOException _) {
            return List.of();
        }
    }

    /** The numbers in a list such as {@code 0-2,5}. */
    static List<Integer> parsed(String list) {
        List<Integer> processors = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            for (int processor = from; processor <= to; processor++) {
                processors.add(processor);
            }
        }
        return processors;
    }

    /**
     * Keeps the calling thread, which must be a platform thread, on that processor.
     *
     * @throws IllegalStateException where the operating system refuses
     */
    static void keepOn(int processor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES);
            mask.set(ValueLayout.JAVA_BYTE, processor / 8, (byte) (1 << (processor % 8)));
            int failed = (int) setAffinity().invokeExact(0, (long) MASK_BYTES, mask);
            if (failed != 0) {
                throw new IllegalStateException("the operating system refuses");
            }
        } catch (Throwable failure) {
            throw new IllegalStateException("could not keep a thread on processor " + processor, failure);
        }
    }

    @SuppressWarnings("restricted") // a call of the C library
    private static MethodHandle setAffinity() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow("sched_setaffinity"), FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }
}
