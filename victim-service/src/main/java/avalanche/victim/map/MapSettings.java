package avalanche.victim.map;

import java.util.function.LongSupplier;

/**
 * What a strategy may take into account.
 *
 * @param segments number of segments of a segmented map, 1 to 4096 ({@code victim.map.segments})
 * @param nanos a monotonic clock, in nanoseconds
 */
public record MapSettings(int segments, LongSupplier nanos) {
    /** As many segments as the post-mortem's map had. */
    public static final int USUAL_SEGMENTS = 16;

    public MapSettings {
        if (segments < 1 || segments > 4096) {
            throw new IllegalArgumentException("victim.map.segments is " + segments + "; allowed: 1 to 4096");
        }
    }

    /** The defaults, by the system's clock. */
    public static MapSettings usual() {
        return new MapSettings(USUAL_SEGMENTS, System::nanoTime);
    }
}
