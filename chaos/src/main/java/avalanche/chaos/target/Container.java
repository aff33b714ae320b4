package avalanche.chaos.target;

import org.jspecify.annotations.Nullable;

/**
 * What the service gets where it runs in a container.
 *
 * @param memoryBytes limit of the container's memory; beyond it the kernel kills
 * @param cpus limit of processors, 0.1 or more
 * @param heapBytes limit of the heap in it: beyond {@code memoryBytes} the kernel ends a service that keeps too much,
 * well below it the JVM does
 * @param liveness whether and how the platform kills a service that does not answer; null for not at all
 */
public record Container(long memoryBytes, double cpus, long heapBytes, @Nullable Liveness liveness) {
    private static final long MEBIBYTE = 1 << 20;
    /** What a JVM needs beside its heap: classes, compiled code, stacks, buffers; with room, so that the heap decides. */
    private static final long BESIDE_THE_HEAP = 160 * MEBIBYTE;

    public Container {
        if (memoryBytes < 64 * MEBIBYTE) {
            throw new IllegalArgumentException("memoryBytes is " + memoryBytes + "; allowed: 64 MiB or more");
        }
        if (!(cpus >= 0.1)) {
            throw new IllegalArgumentException("cpus is " + cpus + "; allowed: 0.1 or more");
        }
        if (heapBytes < 16 * MEBIBYTE) {
            throw new IllegalArgumentException("heapBytes is " + heapBytes + "; allowed: 16 MiB or more");
        }
    }

    /** One processor and the memory for a heap of this size, in which the kernel ends a service that keeps more. */
    public static Container around(long heapBytes) {
        long memory = heapBytes + BESIDE_THE_HEAP;
        return new Container(memory, 1, 2 * memory, null);
    }

    /**
     * The same with other limits. The heap's limit keeps its relation to the memory's: where it is no less, so that the
     * kernel decides, it stays as many times as much; where it is less, so that the JVM does, what lies beside it stays.
     *
     * @param memory limit of memory in bytes, null for the present one
     * @param processors limit of processors, null for the present one
     * @throws IllegalArgumentException if one is out of its range
     */
    public Container limited(@Nullable Long memory, @Nullable Double processors) {
        long bytes = memory == null ? memoryBytes : memory;
        long heap = heapBytes >= memoryBytes
                ? (long) ((double) heapBytes / memoryBytes * bytes) / MEBIBYTE * MEBIBYTE
                : Math.max(16 * MEBIBYTE, heapBytes + bytes - memoryBytes);
        return new Container(bytes, processors == null ? cpus : processors, bytes == memoryBytes ? heapBytes : heap,
                liveness);
    }
}
