package avalanche.scenarios.traffic;

import avalanche.results.evidence.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;

/**
 * Adds the interval lines of several shards up to whole seconds: a second is complete once every shard has delivered it, has ended before
 * it, or is known to be lost. Seconds come out in order. Not safe for use by several threads at once.
 */
public final class ShardMerger {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] delivered;
    private final int[] finished;
    private final boolean[] lost;
    private final TreeMap<Integer, Interval> pending = new TreeMap<>();
    private final Set<Integer> missing = new TreeSet<>();
    private int next;

    public ShardMerger(int shards) {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + "; allowed: 1 or more");
        }
        delivered = new int[shards];
        finished = new int[shards];
        java.util.Arrays.fill(finished, NEVER);
        lost = new boolean[shards];
    }

    /**
     * Takes a shard's next line.
     *
     * @return the seconds that are complete by it, in order
     * @throws IllegalArgumentException where the shard left a second out, repeats one, or has already ended
     */
    public List<Interval> add(int shard, Interval interval) {
        if (finished[shard] != NEVER || interval.second() != delivered[shard]) {
            throw new IllegalArgumentException("second of shard " + shard + " is " + interval.second() + "; allowed: "
                    + (finished[shard] == NEVER ? delivered[shard] : "none, it has ended"));
        }
        delivered[shard]++;
        pending.merge(interval.second(), interval, Interval::plus);
        return drain();
    }

    /**
     * Notes that a shard has said its {@code end}: it delivers no further second, and misses none.
     *
     * @return the seconds that are complete by it
     */
    public List<Interval> end(int shard) {
        finished[shard] = delivered[shard];
        return drain();
    }

    /**
     * Notes that a shard died without an {@code end}: the seconds it did not deliver, up to the last that any shard delivers or the
     * schedule holds, are missing.
     *
     * @return the seconds that are complete by it, those without any line left out
     */
    public List<Interval> lose(int shard) {
        lost[shard] = true;
        return end(shard);
    }

    /** Shards that others wait for: each has delivered less than the one furthest ahead, and is expected to go on. */
    public List<Integer> behind() {
        int furthest = java.util.Arrays.stream(delivered).max().orElse(0);
        List<Integer> behind = new ArrayList<>();
        for (int shard = 0; shard < delivered.length; shard++) {
            if (finished[shard] == NEVER && delivered[shard] < furthest) {
                behind.add(shard);
            }
        }
        return behind;
    }

    /** Whether every shard has ended or is lost. */
    public boolean complete() {
        for (int end : finished) {
            if (end == NEVER) {
                return false;
            }
        }
        return true;
    }

    /**
     * Seconds for which a line of some lost shard never came.
     *
     * @param scheduleSeconds length of the schedule: seconds below it are missing of a lost shard even where no other shard delivered them
     */
    public List<Integer> missingSeconds(int scheduleSeconds) {
        Set<Integer> all = new TreeSet<>(missing);
        for (int shard = 0; shard < lost.length; shard++) {
            for (int second = delivered[shard]; lost[shard] && second < scheduleSeconds; second++) {
                all.add(second);
            }
        }
        return List.copyOf(all);
    }

    private List<Interval> drain() {
        List<Interval> whole = new ArrayList<>();
        while (!pending.isEmpty() && allPast(next)) {
            Interval interval = pending.remove(next);
            if (interval != null) {
                whole.add(interval);
            }
            noteMissing(next);
            next++;
        }
        return whole;
    }

    private boolean allPast(int second) {
        for (int shard = 0; shard < delivered.length; shard++) {
            if (delivered[shard] <= second && finished[shard] == NEVER) {
                return false;
            }
        }
        return true;
    }

    private void noteMissing(int second) {
        for (int shard = 0; shard < lost.length; shard++) {
            if (lost[shard] && delivered[shard] <= second) {
                missing.add(second);
            }
        }
    }

    /** A second in which nothing was planned, sent or answered: what stands for a line that never came. */
    public static Interval silent(int second) {
        return new Interval(second, Map.of(), new Histogram(Tally.LEAST_NANOS, Tally.MOST_NANOS, Tally.DIGITS));
    }
}
