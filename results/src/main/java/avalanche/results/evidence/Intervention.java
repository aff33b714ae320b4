package avalanche.results.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mitigation that was ordered in the middle of a run, and what the platform made of it. Times are seconds since the
 * schedule's first instant.
 *
 * @param name its name in the incident file
 * @param title one line
 * @param type what it is, such as {@code scale-out}
 * @param words what was ordered, with units
 * @param orderedSecond when it was ordered
 * @param refused why the platform did not take it, null where it did
 * @param doneSecond when the service was as ordered: every replica that was asked for ready, none left of those that were
 * replaced; null where it was not until the end of the run
 * @param replicas every replica of the run, in the order of creation
 * @param deaths lives of the service that died after the order
 * @param lost requests that ended without a good answer between the order and {@code doneSecond}
 */
public record Intervention(String name, String title, String type, String words, double orderedSecond,
        @Nullable String refused, @Nullable Double doneSecond, List<Replica> replicas, int deaths, Lost lost) {
    public Intervention {
        Require.notBlank("name", name);
        Require.atLeastZero("deaths", deaths);
        replicas = List.copyOf(replicas);
        if (refused != null && doneSecond != null) {
            throw new IllegalArgumentException("doneSecond is " + doneSecond + " though it was refused; allowed: null");
        }
    }

    /** Whether the platform took it. */
    public boolean isTaken() {
        return refused == null;
    }

    /**
     * One replica of the service.
     *
     * @param name the platform's name of it
     * @param revision 1 from the start, one more with each roll-out that replaced it
     * @param createdSecond when it was asked for
     * @param readySecond when it first answered, null if it never did
     * @param goneSecond when it was gone for good, null while it is there
     */
    public record Replica(String name, int revision, double createdSecond, @Nullable Double readySecond,
            @Nullable Double goneSecond) {
        public Replica {
            Require.notBlank("name", name);
        }
    }

    /**
     * Requests without a good answer in a stretch of seconds, by cause. Those that the incident cost count too.
     *
     * @param fromSecond first second
     * @param toSecond last second, exclusive
     * @param ended requests that ended in it, in whatever way
     * @param notFound answered with 404, as by a replica that does not know the order
     * @param byStatus answered with another status from 400 on
     * @param timedOut not answered within the request's timeout
     * @param refused connection refused or impossible
     * @param connectionLost connection reset or closed before the answer was complete
     */
    public record Lost(int fromSecond, int toSecond, long ended, long notFound, long byStatus, long timedOut,
            long refused, long connectionLost) {
        private static final int NOT_FOUND = 404;

        /** What a timeline holds of a stretch. */
        public static Lost of(List<Second> seconds, int fromSecond, int toSecond) {
            Counts counts = Counts.NONE;
            for (Second second : seconds) {
                Second.Traffic all = second.traffic().get(Second.ALL);
                if (all != null && second.second() >= fromSecond && second.second() < toSecond) {
                    counts = counts.plus(all.counts());
                }
            }
            long notFound = counts.failedByStatus().getOrDefault(NOT_FOUND, 0L);
            long byStatus = counts.failedByStatus().values().stream().mapToLong(Long::longValue).sum() - notFound;
            return new Lost(fromSecond, toSecond, counts.ended(), notFound, byStatus, counts.timedOut(), counts
                    .refused(), counts.connectionLost());
        }

        /** All of them but {@code notFound}. */
        public long failed() {
            return byStatus + timedOut + refused + connectionLost;
        }
    }
}
