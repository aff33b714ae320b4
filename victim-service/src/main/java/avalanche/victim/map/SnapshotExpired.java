package avalanche.victim.map;

/**
 * A walk's snapshot has given way: writes superseded more versions than snapshots may keep, and it was the oldest. The
 * orders visited so far are of its instant; the rest is lost to it.
 */
public final class SnapshotExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SnapshotExpired(long maxRetained) {
        super("the snapshot of this walk expired: it was the oldest when live snapshots kept more than "
                + MapSettings.SNAPSHOT_MAX_RETAINED + " = " + maxRetained + " superseded versions; raise the setting "
                + "(each keeps an order on the heap), or walk faster or fewer at a time");
    }
}
