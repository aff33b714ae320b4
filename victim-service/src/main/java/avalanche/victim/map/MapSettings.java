package avalanche.victim.map;

import java.util.function.LongSupplier;

/**
 * What a strategy may take into account.
 *
 * @param segments number of segments of a segmented map, 1 to 4096 ({@code victim.map.segments})
 * @param snapshotMaxRetained how many superseded versions all live snapshots together may keep, 1 to 1 000 000 000
 *        ({@code victim.map.snapshot.max-retained})
 * @param nanos a monotonic clock, in nanoseconds
 */
public record MapSettings(int segments, long snapshotMaxRetained, LongSupplier nanos) {
    /** As many segments as the post-mortem's map had. */
    public static final int USUAL_SEGMENTS = 16;
    /** As many superseded versions as a walk over a million orders keeps where each is written meanwhile. */
    public static final long USUAL_SNAPSHOT_MAX_RETAINED = 1_000_000;

    static final String SNAPSHOT_MAX_RETAINED = "victim.map.snapshot.max-retained";

    public MapSettings {
        if (segments < 1 || segments > 4096) {
            throw new IllegalArgumentException("victim.map.segments is " + segments + "; allowed: 1 to 4096");
        }
        if (snapshotMaxRetained < 1 || snapshotMaxRetained > 1_000_000_000) {
            throw new IllegalArgumentException(SNAPSHOT_MAX_RETAINED + " is " + snapshotMaxRetained
                    + "; allowed: 1 to 1000000000");
        }
    }

    /** The defaults but for these. */
    public MapSettings(int segments, LongSupplier nanos) {
        this(segments, USUAL_SNAPSHOT_MAX_RETAINED, nanos);
    }

    /** The defaults, by the system's clock. */
    public static MapSettings usual() {
        return new MapSettings(USUAL_SEGMENTS, System::nanoTime);
    }
}
