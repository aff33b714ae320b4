package avalanche.scenarios.rehearsal;

import avalanche.chaos.fault.PlatformFault;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does the platform's faults at their seconds, looks at them every second, takes them back at their ends, and tells whether
 * they landed. What the platform does not take is tried again. Safe for use by several threads.
 */
final class PlatformFaults {
    /** How long what is over at once is tried again where the platform does not take it, such as for want of a replica. */
    private static final int INSTANT_TRIES_SECONDS = 10;

    private final @Nullable Disruptions disruptions;
    private final Progress progress;
    private final List<Timed> all;
    private boolean over;

    /**
     * A fault and its seconds.
     *
     * @param id the fault's name in the incident file
     * @param fault what is asked of the platform
     * @param from second at which it is done
     * @param to second at which it is taken back, {@link Integer#MAX_VALUE} for the end of the run
     */
    record Stretch(String id, PlatformFault fault, int from, int to) {}

    /** @param disruptions null where the platform has none: then none of the stretches can land */
    PlatformFaults(@Nullable Disruptions disruptions, List<Stretch> stretches, Progress progress) {
        this.disruptions = disruptions;
        this.progress = progress;
        this.all = stretches.stream().map(Timed::new).toList();
    }

    /** What a run wants; nothing in the control. */
    static List<Stretch> stretches(Incident incident, Run.Role role, Phases phases) {
        List<Stretch> stretches = new ArrayList<>();
        for (TimedFault fault : role == Run.Role.CONTROL ? List.<TimedFault>of() : incident.faults()) {
            if (fault.fault() instanceof PlatformFault platform) {
                stretches.add(new Stretch(fault.id(), platform, phases.begin(fault), phases.end(fault)));
            }
        }
        return stretches;
    }

    /** Does what is due at {@code second}; nothing once {@link #undo} was called. */
    synchronized void at(int second) {
        if (!over) {
            all.forEach(each -> each.at(second));
        }
    }

    /** Takes everything back that is still in force, and does nothing more; may be called twice. */
    synchronized void undo() {
        over = true;
        all.forEach(each -> each.undo(null));
    }

    /** One receipt of each, whatever became of it. */
    synchronized List<Receipt> receipts() {
        return all.stream().map(Timed::receipt).toList();
    }

    private final class Timed {
        private final Stretch stretch;
        private @Nullable Disruption done;
        private double from;
        private @Nullable Double to;
        private boolean undone;
        private @Nullable String trouble;

        Timed(Stretch stretch) {
            this.stretch = stretch;
            this.from = stretch.from();
        }

        void at(int second) {
            Disruption now = done;
            if (now == null) {
                apply(second);
            } else if (!undone) {
                now.observe();
                if (stretch.fault().lasts() && second >= stretch.to()) {
                    undo((double) second);
                }
            } else if (!stretch.fault().lasts() && !now.landed()) {
                now.observe();
            }
        }

        private void apply(int second) {
            int until = stretch.fault().lasts() ? stretch.to() : stretch.from() + INSTANT_TRIES_SECONDS;
            Disruptions platform = disruptions;
            if (second < stretch.from() || second >= until || platform == null) {
                return;
            }
            try {
                done = stretch.fault().apply(platform);
                from = second;
                trouble = null;
                if (!stretch.fault().lasts()) {
                    to = from;
                    undone = true;
                }
                progress.note("second " + second + ": " + stretch.id() + ": " + stretch.fault().words());
            } catch (IOException | UnsupportedOperationException e) {
                told("second " + second + ": " + stretch.id() + " was not taken by the platform, and is tried again: ",
                        e);
            }
        }

        /** @param second when, null at the end of the run */
        void undo(@Nullable Double second) {
            Disruption now = done;
            if (now == null || undone) {
                return;
            }
            now.observe();
            try {
                now.undo();
                undone = true;
                to = second;
                trouble = null;
                if (second != null) {
                    progress.note("second %.0f: %s is taken back".formatted(second, stretch.id()));
                }
            } catch (IOException | UnsupportedOperationException e) {
                told(stretch.id() + " could not be taken back" + (second == null ? ": " : ", and is tried again: "), e);
            }
        }

        private void told(String what, Exception e) {
            String words = String.valueOf(e.getMessage());
            if (!words.equals(trouble)) {
                trouble = words;
                progress.note(what + words);
            }
        }

        Receipt receipt() {
            Disruption now = done;
            String words = stretch.fault().words();
            if (now == null) {
                String why = trouble == null ? "the run ended before it" : trouble;
                return new Receipt(stretch.id(), from, null, words, "never applied: " + why, false);
            }
            if (!undone || (!stretch.fault().lasts() && !now.landed())) {
                now.observe();
            }
            String left = trouble == null ? "" : "; could not be taken back: " + trouble;
            return new Receipt(stretch.id(), from, to, words, now.observed() + left, now.landed());
        }
    }
}
