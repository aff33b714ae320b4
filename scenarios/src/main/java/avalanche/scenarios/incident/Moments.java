package avalanche.scenarios.incident;

import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads when something happens: the keys {@code from} and {@code after}, and durations that follow. */
final class Moments {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final List<Phase> phases;
    private final List<String> names;

    Moments(List<Phase> phases) {
        this.phases = phases;
        this.names = phases.stream().map(Phase::name).toList();
    }

    /**
     * A moment of the schedule.
     *
     * @param phase the phase that it lies in
     * @param after how long after the phase's start
     */
    record Moment(String phase, Duration after) {}

    /** Names of the phases, in order. */
    List<String> names() {
        return names;
    }

    /** The moment that a section names; null, with a problem, where it names none. */
    @Nullable
    Moment begin(Section section) {
        String from = section.required("from", "a phase: " + String.join(", ", names), Section.word(names));
        Duration after = section.optional("after", Duration.ZERO, text -> seconds(text, Duration.ZERO));
        if (from == null) {
            return null;
        }
        Duration length = phases.get(names.indexOf(from)).duration();
        if (after.compareTo(length) >= 0) {
            section.problems().add(section.placeOf("after"), section.below("after"), "is " + Words.of(after)
                    + ", beyond the end of '" + from + "'", "less than its duration, " + Words.of(length));
            return null;
        }
        return new Moment(from, after);
    }

    /** The schedule's second. */
    long second(Moment moment) {
        return start(moment.phase()) + moment.after().toSeconds();
    }

    /** The schedule's second at which a phase begins. */
    long start(String phase) {
        return phases.subList(0, names.indexOf(phase)).stream().mapToLong(before -> before.duration().toSeconds())
                .sum();
    }

    /** Whole seconds, up to 24 h. */
    static Duration seconds(String text, Duration least) throws Unfit {
        Duration duration = Quantity.duration(text, least, LONGEST);
        if (duration.toNanosPart() != 0) {
            throw new Unfit("'" + text + "' is not a whole number of seconds", "10 s", "2 min");
        }
        return duration;
    }
}
