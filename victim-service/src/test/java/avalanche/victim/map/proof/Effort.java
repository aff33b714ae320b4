package avalanche.victim.map.proof;

/** How much a proof does: once what the default build affords, or as many times as {@code -Dproof.effort} tells. */
final class Effort {
    private Effort() {}

    /** That many of something, times the effort. */
    static int times(int usual) {
        int effort = Integer.getInteger("proof.effort", 1);
        if (effort < 1 || effort > 1_000) {
            throw new IllegalArgumentException("proof.effort is " + effort + "; allowed: 1 to 1000");
        }
        return Math.multiplyExact(usual, effort);
    }
}
