package avalanche.scenarios.traffic;

import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Writes a line for every second of the schedule, as soon as the second is over, until the schedule is over and every request has ended. */
final class LinePrinter {
    private final Schedule schedule;
    private final Ledger ledger;
    private final RunClock clock;
    private final PrintStream out;

    LinePrinter(Schedule schedule, Ledger ledger, RunClock clock, PrintStream out) {
        this.schedule = schedule;
        this.ledger = ledger;
        this.clock = clock;
        this.out = out;
    }

    /** Writes one line and flushes it. */
    void print(InjectorLine line) {
        out.println(line.toJson());
        if (out.checkError()) {
            throw new IllegalStateException("standard output is closed: nobody reads the measurements");
        }
    }

    /**
     * Writes the interval lines as their seconds pass.
     *
     * @return how many
     */
    int printIntervals() {
        for (int second = 0;; second++) {
            waitUntil((second + 1) * Arrival.NANOS_PER_SECOND);
            boolean last = second + 1 >= schedule.seconds() && ledger.totals().ended() == schedule.total();
            ledger.close(planned(second), this::printInterval);
            if (last) {
                return second + 1;
            }
        }
    }

    private void printInterval(Interval interval) {
        print(new InjectorLine.Measured(interval));
    }

    private Map<Kind, Long> planned(int second) {
        Map<Kind, Long> planned = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            planned.put(kind, schedule.plannedIn(second, kind));
        }
        return planned;
    }

    private void waitUntil(long nanos) {
        for (long wait = nanos - clock.nanosSinceStart(); wait > 0; wait = nanos - clock.nanosSinceStart()) {
            LockSupport.parkNanos(this, wait);
        }
    }
}
