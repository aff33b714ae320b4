package avalanche.victim.memorymodel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long jcstress tries each test with one map. */
enum Run {
    /** Whether it works, and catches what is broken. */
    SMOKE(1, 500, false),
    /** Compiled as the JVM sees fit. */
    SHORT(3, 1000, false),
    /** The code of each thread interpreted, compiled by C1 and compiled by C2, each beside each. */
    LONG(5, 1000, true);

    private static final int STRIDE = 128;
    private static final int STRIDES = 8;
    /** How many pairs of threads there may be at a time. */
    static final int UNDER_WAY = STRIDE * STRIDES;

    private final int iterations;
    private final int millis;
    private final boolean compiledInTurn;

    Run(int iterations, int millis, boolean compiledInTurn) {
        this.iterations = iterations;
        this.millis = millis;
        this.compiledInTurn = compiledInTurn;
    }

    /** The run of that name in lower case. */
    static Run named(String name) {
        return Stream.of(values()).filter(run -> run.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown mode '" + name + "' at memory-model; known: smoke, short, long"));
    }

    /** Of jcstress' command line. */
    List<String> options() {
        return List.of("-f", "1", "-iters", "" + iterations, "-time", "" + millis, "-sc", "" + compiledInTurn,
                "-strideSize", "" + STRIDE, "-strideCount", "" + STRIDES, "-hs", "512");
    }
}
