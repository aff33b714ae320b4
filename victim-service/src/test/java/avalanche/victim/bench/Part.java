package avalanche.victim.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A part of the benchmark, which can be run alone; its rows are kept in a file of its name. */
enum Part {
    /** Operations a second by mix and size. */
    THROUGHPUT("throughput"),
    /** Response time of writes while a walk runs. */
    LATENCY("latency"),
    /** Time and bytes of beginning a walk. */
    SNAPSHOT("snapshot"),
    /** Bytes an entry. */
    MEMORY("memory"),
    /** The post-mortem's own comparison. */
    POST_MORTEM("post-mortem");

    private final String id;

    Part(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Part of(String id) {
        return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown part '" + id + "' at benchmark.only; known: "
                        + Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", "))));
    }
}
