package avalanche.scenarios.rehearsal;

import avalanche.chaos.fault.FaultPort;
import avalanche.chaos.target.Management;
import avalanche.chaos.vitals.VitalsSampler;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Vitals;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One replica of the service: sampled, and told its callback. For one thread at a time. */
final class Replica {
    private final String name;
    private final VitalsSampler sampler;
    private final Callbacks callbacks;
    private int life;
    private int lifeSeen;
    private boolean silent;
    private int unhurtSeconds;
    private boolean wasReady;
    private int lastSecond;

    /**
     * @param where is added to what progress is told
     * @param life which life of the service was the last to begin when the replica was first seen
     */
    Replica(String name, Management management, CallbackSchedule schedule, String where, Progress progress, int life) {
        this.name = name;
        this.sampler = new VitalsSampler(management);
        this.callbacks = new Callbacks(new FaultPort(management), schedule, where, progress);
        this.life = life;
        this.lifeSeen = life;
    }

    String name() {
        return name;
    }

    /** The receipts of everything the schedule wanted, where the service has no other replica. */
    List<Receipt> receipts() {
        return callbacks.receipts();
    }

    /**
     * What was applied here, in its order, with what came of it.
     *
     * @param lastBeat the run's last beat: a replica that was not there then was gone after its own last one
     */
    List<Callbacks.Seen> seen(int lastBeat) {
        return callbacks.seen(lastSecond < lastBeat ? lastSecond + 1.0 : null);
    }

    void prepare() throws IOException {
        callbacks.prepare();
    }

    /** The service's only replica: the last life that began is its own. */
    @Nullable
    Vitals sampleAlone(int current) {
        life = current;
        lifeSeen = current;
        return sampler.sample(current);
    }

    /**
     * One of several: that another life of the service began says nothing of this one, unless it did not answer since. Where it
     * may have been started again, its walks of that second cannot be told from those before and are left out.
     */
    @Nullable
    Vitals sample(int current) {
        boolean restarted = silent && current != lifeSeen;
        if (restarted) {
            life = current;
        }
        Vitals vitals = sampler.sample(life);
        silent = vitals == null;
        if (vitals == null) {
            return null;
        }
        lifeSeen = current;
        return restarted ? withoutWalks(vitals) : vitals;
    }

    /** Brings the callback to what is wanted. */
    void at(int second, int current, boolean ready) {
        callbacks.at(second, current);
        wasReady |= ready;
        lastSecond = second;
        if (ready && !callbacks.isAsWanted(second)) {
            unhurtSeconds++;
        }
    }

    /** Whether it ever took requests. */
    boolean wasReady() {
        return wasReady;
    }

    /** Seconds in which it took requests without the callback that was due. */
    int unhurtSeconds() {
        return unhurtSeconds;
    }

    private static Vitals withoutWalks(Vitals v) {
        return new Vitals(v.life(), v.uptimeMillis(), v.inFlight(), v.waiters(), v.longestWaitMillis(), v.holders(), v
                .entries(), v.traversalsRunning(), v.longestTraversalMillis(), Quantiles.EMPTY, v.heapUsedBytes(), v
                        .heapMaxBytes(), v.residentBytes(), v.cpuShare(), v.gcCount(), v.gcMillis(), v.internals());
    }
}
