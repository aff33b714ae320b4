package avalanche.victim.bench;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The post-mortem's figures for three maps, beside ours.
 *
 * @param lock the 99th percentile of a read-write lock around a map, in nanoseconds
 * @param lockFree that of a map whose reads take no lock
 * @param segments that of 16 locked segments
 * @param processors how many we had
 */
record Claim(double lock, double lockFree, double segments, int processors) {
    private static final int THEIR_PROCESSORS = 48;
    private static final double THEIR_LOCK = 12.7e6;
    private static final double THEIR_LOCK_FREE = 3.2e6;
    private static final double THEIR_SEGMENTS = 0.83e6;
    /** Ratios that differ by less than this factor are called alike. */
    private static final double ALIKE = 2;

    boolean measured() {
        return Stream.of(lock, lockFree, segments).noneMatch(figure -> figure.isNaN());
    }

    String judged() {
        return """
                Lock / lock-free reads / segments: the post-mortem has %s / %s / %s, lock : segments = %.0f : 1, on %d processors; here it is %s / %s / %s, %s : 1, on %d.

                - %s
                - %s
                - %s
                """
                .formatted(Figures.time(THEIR_LOCK), Figures.time(THEIR_LOCK_FREE), Figures.time(THEIR_SEGMENTS),
                        THEIR_LOCK / THEIR_SEGMENTS, THEIR_PROCESSORS, Figures.time(lock), Figures.time(lockFree),
                        Figures.time(
                                segments), Figures.number(lock / segments), processors, order(), ratio(), reach());
    }

    private String order() {
        String theirs = slowestFirst(THEIR_LOCK, THEIR_LOCK_FREE, THEIR_SEGMENTS);
        String ours = slowestFirst(lock, lockFree, segments);
        return theirs.equals(ours) ? "The order is the post-mortem's: " + ours + "."
                : "The order is not the post-mortem's: slowest first it is " + ours + ", there " + theirs + ".";
    }

    private static String slowestFirst(double lock, double lockFree, double segments) {
        record Named(String name, double nanos) {}
        return Stream.of(new Named("lock", lock), new Named("lock-free reads", lockFree), new Named("segments",
                segments)).sorted(Comparator.comparingDouble(Named::nanos).reversed()).map(Named::name).collect(
                        Collectors.joining(", "));
    }

    private String ratio() {
        double theirs = THEIR_LOCK / THEIR_SEGMENTS;
        double ours = lock / segments;
        if (ours < 1) {
            return "Segments do not pay here: one lock has the shorter 99th percentile.";
        }
        if (ours < theirs / ALIKE) {
            return "Segments pay less here than the post-mortem says.";
        }
        return ours > theirs * ALIKE ? "Segments pay more here than the post-mortem says."
                : "Segments pay about as much as the post-mortem says: the two ratios differ by less than a factor of %.0f."
                        .formatted(ALIKE);
    }

    private String reach() {
        if (processors >= THEIR_PROCESSORS) {
            return "There are as many processors here as there or more, so that the milliseconds can be compared, between Go there and Java here.";
        }
        return """
                At most %d operations run at once here, %d there, and a client that has waited for a lock waits for one of %d processors besides: these \
                milliseconds neither confirm nor refute those of the post-mortem. What can be said from here is the order and the ratio on this machine.\
                """
                .formatted(processors, THEIR_PROCESSORS, processors);
    }
}
