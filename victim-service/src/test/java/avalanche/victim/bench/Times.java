package avalanche.victim.bench;

import java.util.List;

/** How often and for how long JMH measures one cell. */
record Times(int forks, int warmups, int warmupMillis, int iterations, int iterationMillis) {
    List<String> options() {
        return List.of("-f", "" + forks, "-wi", "" + warmups, "-w", warmupMillis + "ms", "-i", "" + iterations, "-r",
                iterationMillis + "ms");
    }
}
