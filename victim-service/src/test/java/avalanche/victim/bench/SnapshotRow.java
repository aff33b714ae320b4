package avalanche.victim.bench;

/**
 * What it takes until a walk can begin.
 *
 * @param variant the map and how it is walked, or {@value #COPY}
 * @param what {@value #BEGUN}, {@value #AFTER_A_NEW_KEY} or {@value #COPY}
 * @param size entries
 * @param nanos the median of the iterations
 * @param bytes allocated
 */
record SnapshotRow(String variant, String what, int size, double nanos, double bytes) {
    static final String BEGUN = "begun";
    static final String AFTER_A_NEW_KEY = "begunAfterANewKey";
    static final String COPY = "hashMapCopy";
}
