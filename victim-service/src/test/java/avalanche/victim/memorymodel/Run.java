package avalanche.victim.memorymodel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long jcstress tries each test with one map. */
enum Run {
    /** Whether it works, and catches what is broken. */
    SMOKE(1, 1, 500, false),
    /** Interpreted, compiled by C1, compiled by C2, in turn. */
    SHORT(1, 3, 1000, false),
    /** Each thread's code in each of these ways, in several JVMs. */
    LONG(5, 10, 1000, true);

    private static final int STRIDE = 128;
    private static final int STRIDES = 8;
    /** How many pairs of threads there may be at a time. */
    static final int UNDER_WAY = STRIDE * STRIDES;

    private final int forks;
    private final int iterations;
    private final int millis;
    private final boolean compiledApart;

    Run(int forks, int iterations, int millis, boolean compiledApart) {
        this.forks = forks;
        this.iterations = iterations;
        this.millis = millis;
        this.compiledApart = compiledApart;
    }

    /** The run of that name in lower case. */
    static Run named(String name) {
        return Stream.of(values()).filter(run -> run.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown mode '" + name + "' at memory-model; known: smoke, short, long"));
    }

    /** Of jcstress' command line. */
    List<String> options() {
        return List.of("-f", "" + forks, "-iters", "" + iterations, "-time", "" + millis, "-sc", "" + compiledApart,
                "-strideSize", "" + STRIDE, "-strideCount", "" + STRIDES, "-hs", "512");
    }
}
