package avalanche.scenarios.rehearsal;

import avalanche.chaos.fault.AppliedFault;
import avalanche.chaos.fault.FaultPort;
import avalanche.results.evidence.Receipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the service's callback as the schedule wants it: applied at its second, applied again where a new life of the service knows nothing
 * of it, tried again where the service did not answer. Used by one thread.
 */
final class Callbacks {
    private final FaultPort port;
    private final CallbackSchedule schedule;
    private final String where;
    private final Progress progress;
    private final SequencedMap<String, Seen> seen = new LinkedHashMap<>();
    private @Nullable InForce inForce;

    /**
     * What came of a callback.
     *
     * @param receipt as it is kept
     * @param idle whether no entry was delayed, so that nothing can be told
     */
    record Seen(Receipt receipt, boolean idle) {}

    private record InForce(CallbackSchedule.InPlace what, AppliedFault fault, int life, double from) {}

    Callbacks(FaultPort port, CallbackSchedule schedule, Progress progress) {
        this(port, schedule, "", progress);
    }

    /** @param where is added to what progress is told */
    Callbacks(FaultPort port, CallbackSchedule schedule, String where, Progress progress) {
        this.port = port;
        this.schedule = schedule;
        this.where = where;
        this.progress = progress;
    }

    /**
     * Applies what is due before the traffic begins.
     *
     * @throws IOException if the service does not take it
     */
    void prepare() throws IOException {
        CallbackSchedule.InPlace due = schedule.at(0);
        if (due != null) {
            inForce = new InForce(due, port.apply(due.callback(), 0), 1, 0);
        }
    }

    /** Brings the service to what the schedule wants at {@code second}, and reads what it measured of the callback so far. */
    void at(int second, int life) {
        InForce now = inForce;
        CallbackSchedule.InPlace due = schedule.at(second);
        try {
            if (due != null && (now == null || !due.equals(now.what()))) {
                change(now, due, life, second);
            } else if (now != null && now.life() != life) {
                now.fault().reapply();
                inForce = new InForce(now.what(), now.fault(), life, now.from());
            } else if (now != null) {
                now.fault().observe();
            }
        } catch (IOException _) {
            // The service is dead or drowning: the next second tries again, and the receipt tells if it never landed.
        }
    }

    private void change(@Nullable InForce now, CallbackSchedule.InPlace due, int life, int second) throws IOException {
        if (now != null) {
            close(now, (double) second);
        }
        AppliedFault fault = port.apply(due.callback(), second);
        inForce = new InForce(due, fault, life, second);
        progress.note("second " + second + ": " + due.subject() + " is in place" + where);
    }

    /** The receipts of everything the schedule wanted; what was never applied is told as not landed. */
    List<Receipt> receipts() {
        List<Receipt> all = new ArrayList<>(seen(null).stream().map(Seen::receipt).toList());
        for (CallbackSchedule.Stretch stretch : schedule.stretches()) {
            if (!seen.containsKey(stretch.id())) {
                all.add(neverApplied(stretch));
            }
        }
        return all;
    }

    static Receipt neverApplied(CallbackSchedule.Stretch stretch) {
        return new Receipt(stretch.id(), stretch.from(), null, stretch.callback().toString(),
                "never applied: the service did not take it", false);
    }

    /** Whether what is due at {@code second} is in place, or nothing is. */
    boolean isAsWanted(int second) {
        InForce now = inForce;
        CallbackSchedule.InPlace due = schedule.at(second);
        return due == null || (now != null && due.equals(now.what()));
    }

    /**
     * What was applied, in its order, with what came of it.
     *
     * @param toSecond until when the last one stayed, null where to the end of the run
     */
    List<Seen> seen(@Nullable Double toSecond) {
        InForce last = inForce;
        if (last != null) {
            close(last, toSecond);
            inForce = null;
        }
        return List.copyOf(seen.values());
    }

    /** Keeps the first receipt of a callback: a healthy one that comes back after a fault proves nothing more. */
    private void close(InForce applied, @Nullable Double toSecond) {
        Receipt told = applied.fault().receipt(toSecond);
        String subject = applied.what().subject();
        seen.putIfAbsent(subject, new Seen(new Receipt(subject, told.fromSecond(), told.toSecond(), told.configured(),
                told.observed(), told.landed()), applied.fault().isIdle()));
    }
}
