package avalanche.chaos.life;

import org.jspecify.annotations.Nullable;

/**
 * How often the kernel killed a process for memory: a counter's value, or what was added to it.
 *
 * @param cgroup in the cgroup that harness and service share, null where it is not readable
 * @param machine on the whole machine, null where it is not readable
 */
public record OomKills(@Nullable Long cgroup, @Nullable Long machine) {
    public static final OomKills UNREADABLE = new OomKills(null, null);

    /** What was counted since an earlier reading. */
    public OomKills since(OomKills earlier) {
        return new OomKills(difference(cgroup, earlier.cgroup), difference(machine, earlier.machine));
    }

    private static @Nullable Long difference(@Nullable Long now, @Nullable Long then) {
        return now == null || then == null ? null : Long.valueOf(now - then);
    }
}
