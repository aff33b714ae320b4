package avalanche.victim.bench;

import java.util.List;

/**
 * How much is measured, and for how long.
 *
 * @param mode smoke, short or long
 * @param throughput times of the throughput part
 * @param snapshot times of the snapshot part
 * @param sizes entries of the maps, but for the walked ones
 * @param walkedSizes entries of the maps that are walked in the latency part
 * @param callbackMicros the callbacks of those walks, in microseconds; 0 is none
 * @param rounds how often each cell of the latency part comes round
 * @param judgedRounds how often a cell does that a goal judges: a p99 of some microseconds differs much between rounds
 * @param judgedWindowMillis how long such a cell lasts in each round after those of all cells
 * @param judgedForks in how many JVMs a cell of the throughput part is measured that a goal judges: where the heap's
 *         objects lie differs from one to the next, and with it a read among a million entries
 * @param windowMillis how long a cell of the latency part lasts in a round
 * @param comparison the post-mortem's comparison
 */
record Scale(String mode, Times throughput, Times snapshot, List<Integer> sizes, List<Integer> walkedSizes,
        List<Integer> callbackMicros, int rounds, int judgedRounds, int judgedWindowMillis, int judgedForks,
        int windowMillis,
        Comparison comparison) {
    private static final List<Integer> SIZES = List.of(800, 4_200, 1_000_000);
    private static final List<Integer> CALLBACKS = List.of(0, 100, 1_000);

    static Scale of(String mode) {
        return switch (mode) {
            case "smoke" -> new Scale(mode, new Times(1, 1, 50, 2, 50), new Times(1, 1, 50, 2, 50), List.of(800), List
                    .of(800), List.of(0, 1_000), 1, 2, 400, 2, 200, new Comparison(1_000, 10_000, 1, 200));
            case "short" -> new Scale(mode, new Times(1, 2, 400, 5, 250), new Times(1, 2, 200, 5, 100), SIZES, List.of(
                    4_200, 800), CALLBACKS, 3, 31, 5_000, 11, 1_000, new Comparison(10_000, 1_000_000, 3, 1_000));
            case "long" -> new Scale(mode, new Times(2, 3, 1_000, 10, 1_000), new Times(2, 3, 500, 10, 500), SIZES, List
                    .of(4_200, 800), CALLBACKS, 5, 31, 5_000, 12, 5_000, new Comparison(10_000, 1_000_000, 5, 5_000));
            default -> throw new IllegalArgumentException(
                    "unknown mode '" + mode + "' at benchmark; known: smoke, short, long");
        };
    }

    /** Whether the figures are worth keeping, so that nothing else may be measured meanwhile. */
    boolean figuresCount() {
        return !mode.equals("smoke");
    }

    /**
     * The size of the post-mortem's comparison.
     *
     * @param clients concurrent readers and writers
     * @param keys entries of the map
     * @param rounds how often it is measured
     * @param millis how long each time
     */
    record Comparison(int clients, int keys, int rounds, int millis) {}
}
