package avalanche.chaos.local;

import org.jspecify.annotations.Nullable;

/**
 * How often the kernel killed a process for memory: a counter's value, or what was added to it.
 *
 * @param cgroup in the cgroup that harness and service share, null where it is not readable
 * @param machine on the whole machine, null where it is not readable
 */
record OomKills(@Nullable Long cgroup, @Nullable Long machine) {
    static final OomKills UNREADABLE = new OomKills(null, null);

    /** What was counted since an earlier reading. */
    OomKills since(OomKills earlier) {
        return new OomKills(difference(cgroup, earlier.cgroup), difference(machine, earlier.machine));
    }

    private static @Nullable Long difference(@Nullable Long now, @Nullable Long then) {
        return now == null || then == null ? null : Long.valueOf(now - then);
    }
}
