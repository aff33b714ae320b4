package avalanche.victim.map;

import java.util.concurrent.atomic.AtomicBoolean;

/** A version that was superseded while a snapshot needs it; one of those who meet it claims it and settles what becomes of it. */
final class SupersededVersion {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final SnapshotCell cell;
    private final String id;
    private final SnapshotVersion version;
    private final long since;
    private final long until;

    /**
     * Of that cell and id.
     *
     * @param since the first instant at which the version stands
     * @param until the first at which it does no more
     */
    SupersededVersion(SnapshotCell cell, String id, SnapshotVersion version, long since, long until) {
        this.cell = cell;
        this.id = id;
        this.version = version;
        this.since = since;
        this.until = until;
    }

    /** Whether the caller is the first to ask, and so the one to settle it. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** The same, not claimed. */
    SupersededVersion again() {
        return new SupersededVersion(cell, id, version, since, until);
    }

    SnapshotCell cell() {
        return cell;
    }

    String id() {
        return id;
    }

    SnapshotVersion version() {
        return version;
    }

    long since() {
        return since;
    }

    long until() {
        return until;
    }
}
