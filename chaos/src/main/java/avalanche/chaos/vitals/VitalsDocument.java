package avalanche.chaos.vitals;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.contract.Document;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code GET /vitals} as it stands in the service's contract: counters and histograms are cumulative
 * since the process began.
 */
record VitalsDocument(long uptimeMillis, long inFlight, long entries, Map<String, Double> internals,
        @Nullable Lock lock, Walks walks, Memory memory, Cpu cpu, Collections gc) {
    private static final int SCHEMA = 1;

    /** The map's lock. */
    record Lock(long waiters, double longestWaitMillis, int holders) {}

    /** Full walks; durations in nanoseconds. */
    record Walks(long running, double longestRunningMillis, Histogram durationNanos) {}

    /** Sizes in bytes. */
    record Memory(long heapUsed, long heapMax, long resident) {}

    /** Processor time. */
    record Cpu(long processNanos, long processors) {}

    /** Garbage collections. */
    record Collections(long count, long timeMillis) {}

    /**
     * Reads one.
     *
     * @throws ContractException if it does not keep to the contract
     */
    static VitalsDocument parse(String json) {
        Document document = Document.parse("GET /vitals", json);
        long schema = document.count("schema");
        if (schema != SCHEMA) {
            throw document.wrong("schema", String.valueOf(schema), String.valueOf(SCHEMA));
        }
        Document map = document.object("map");
        return new VitalsDocument(document.count("uptimeMillis"), document.object("requests").count("inFlight"),
                map.count("size"), map.numbers("internals"), lock(map.objectOrNull("lock")), walks(document.object(
                        "traversals")), memory(document.object("memory")), cpu(document.object("cpu")),
                collections(document.object("gc")));
    }

    private static @Nullable Lock lock(@Nullable Document lock) {
        return lock == null
                ? null
                : new Lock(lock.count("waiters"), lock.amount("longestWaitMillis"), lock.length("holders"));
    }

    private static Walks walks(Document walks) {
        return new Walks(walks.count("running"), walks.amount("longestRunningMillis"), walks.histogram(
                "durationNanos"));
    }

    private static Memory memory(Document memory) {
        return new Memory(memory.count("heapUsedBytes"), memory.count("heapMaxBytes"), memory.count("residentBytes"));
    }

    private static Cpu cpu(Document cpu) {
        long processors = cpu.count("processors");
        if (processors == 0) {
            throw cpu.wrong("processors", "0", "1 or more");
        }
        return new Cpu(cpu.count("processNanos"), processors);
    }

    private static Collections collections(Document gc) {
        return new Collections(gc.count("count"), gc.count("timeMillis"));
    }
}
