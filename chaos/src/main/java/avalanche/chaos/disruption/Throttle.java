package avalanche.chaos.disruption;

import avalanche.chaos.target.Disruption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A lower limit of processors for every life that runs, those that begin meanwhile included; what is read back from
 * where it is enforced proves it. Undone by the limits from before.
 */
public final class Throttle implements Disruption {
    private final Supplier<List<CpuLimit>> running;
    private final double cpus;
    private final Map<String, Double> before = new LinkedHashMap<>();
    private String observed;
    private boolean landed;
    private boolean undone;

    private Throttle(Supplier<List<CpuLimit>> running, double cpus) {
        this.running = running;
        this.cpus = cpus;
        this.observed = CpuQuota.words(cpus) + " were asked for; the limit was not read back yet";
    }

    /**
     * Sets it.
     *
     * @param running the limits of the lives that run now, whenever it is asked
     * @throws IOException if one is not taken; those that were are set back
     */
    public static Throttle of(Supplier<List<CpuLimit>> running, double cpus) throws IOException {
        CpuQuota.require(cpus);
        Throttle throttle = new Throttle(running, cpus);
        List<CpuLimit> limits = running.get();
        if (limits.isEmpty()) {
            throw new IOException("no replica of the service runs: there is nothing to throttle");
        }
        try {
            for (CpuLimit limit : limits) {
                throttle.lower(limit);
            }
        } catch (IOException e) {
            throttle.takeBack(e);
            throw e;
        }
        throttle.observe();
        return throttle;
    }

    private void lower(CpuLimit limit) throws IOException {
        double was = limit.read();
        limit.set(cpus);
        before.put(limit.place(), was);
    }

    private void takeBack(IOException cause) {
        try {
            undo();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public synchronized String observed() {
        return observed;
    }

    @Override
    public synchronized boolean landed() {
        return landed;
    }

    @Override
    public synchronized void observe() {
        if (undone) {
            return;
        }
        List<String> seen = new ArrayList<>();
        boolean all = true;
        for (CpuLimit limit : running.get()) {
            try {
                if (!before.containsKey(limit.place())) {
                    lower(limit);
                }
                double now = limit.read();
                all &= CpuQuota.isSame(now, cpus);
                seen.add(limit.place() + " has " + CpuQuota.words(now) + " (before: " + CpuQuota.words(before
                        .getOrDefault(limit.place(), Double.NaN)) + ")");
            } catch (IOException _) {
                // It ended between two looks, or could not be asked: what was seen before stands.
                all = false;
            }
        }
        if (!seen.isEmpty()) {
            landed |= all;
            observed = String.join("; ", seen);
        }
    }

    @Override
    public synchronized void undo() throws IOException {
        if (undone) {
            return;
        }
        List<String> after = new ArrayList<>();
        for (CpuLimit limit : running.get()) {
            Double was = before.get(limit.place());
            if (was != null) {
                limit.set(was);
                after.add(limit.place() + " has " + CpuQuota.words(limit.read()) + " again");
            }
        }
        undone = true;
        observed += after.isEmpty()
                ? "; what was throttled had ended before it was due to be undone"
                : "; then "
                        + String.join("; ", after);
    }
}
