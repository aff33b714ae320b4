package avalanche.chaos.docker;

import org.jspecify.annotations.Nullable;

/**
 * Which of the engine's processors the service and the injectors run on, so that neither takes the other's time.
 *
 * @param victim as the engine takes it, such as {@code 0-1}; null where it is not pinned
 * @param injectors those that the injectors share; null where they are not pinned
 */
record Processors(@Nullable String victim, @Nullable String injectors) {
    /** The first ones for the service, all others for the injectors; at least one is left to them. */
    static Processors among(int all, double cpus) {
        if (all < 2) {
            return new Processors(null, null);
        }
        int split = Math.min((int) Math.ceil(cpus), all - 1);
        return new Processors(range(0, split - 1), range(split, all - 1));
    }

    /**
     * As many for the service as a higher limit takes, all if need be: those beyond the ones it had, it then shares with
     * the injectors. Never fewer.
     */
    Processors widened(int all, double cpus) {
        String has = victim;
        int wanted = (int) Math.min(all, Math.ceil(cpus));
        return has == null || wanted <= Integer.parseInt(has.substring(has.lastIndexOf('-') + 1)) + 1
                ? this
                : new Processors(range(0, wanted - 1), injectors);
    }

    private static String range(int from, int to) {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
