package avalanche.chaos.disruption;

import java.util.Locale;

/** The limit of processors that a cgroup enforces, as its files tell it: pure functions. */
public final class CpuQuota {
    /** Prints, in a container, what {@link #parse} reads: the file of cgroup v2, or the two of v1. */
    public static final String SCRIPT = "for f in /sys/fs/cgroup/cpu.max /sys/fs/cgroup/cpu/cpu.cfs_quota_us"
            + " /sys/fs/cgroup/cpu/cpu.cfs_period_us; do [ -r $f ] && read -r line <$f && echo \"$line\"; done; true";

    private static final double SAME = 0.011;

    private CpuQuota() {}

    /**
     * Reads a quota and its period, in microseconds: {@code 25000 100000}, on one line or two.
     *
     * @return processors; infinite where there is no limit ({@code max} or {@code -1})
     * @throws IllegalArgumentException if it is neither
     */
    public static double parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length < 2) {
            throw new IllegalArgumentException("'" + text.strip()
                    + "' is no quota and period: the cgroup of the processor is not readable there");
        }
        if (words[0].equals("max") || words[0].equals("-1")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double period = Double.parseDouble(words[1]);
            double cpus = Double.parseDouble(words[0]) / period;
            if (!(cpus > 0) || period <= 0) {
                throw new IllegalArgumentException("'" + text.strip() + "' is no quota and period above 0");
            }
            return cpus;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no quota and period in microseconds", e);
        }
    }

    /** Whether two limits are one, but for the rounding to whole milliseconds that platforms do. */
    public static boolean isSame(double one, double other) {
        return one == other || Math.abs(one - other) < SAME * Math.max(1, Math.abs(one));
    }

    /** Such as {@code 0.25 processors}. */
    public static String words(double cpus) {
        return Double.isInfinite(cpus) ? "no limit of processors" : String.format(Locale.ROOT, "%.3f", cpus).replaceAll(
                "\\.?0+$", "") + " processors";
    }

    /**
     * Refuses what no platform can enforce.
     *
     * @throws IllegalArgumentException if it is below 0.01 or no number
     */
    public static void require(double cpus) {
        if (!(cpus >= 0.01) || Double.isInfinite(cpus)) {
            throw new IllegalArgumentException("cpus is " + cpus + "; allowed: 0.01 or more");
        }
    }
}
