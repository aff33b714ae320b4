package avalanche.scenarios.incident;

import avalanche.results.verdict.Window;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the window of a symptom. */
final class WindowReader {
    /** Where a window ends. */
    enum Until {
        /** With its phase. */
        PHASE_END,
        /** At the service's first death, else with its phase. */
        DEATH,
        /** With the run. */
        RUN_END
    }

    private static final Duration LONGEST = Duration.ofHours(24);

    private final List<Phase> phases;

    WindowReader(List<Phase> phases) {
        this.phases = phases;
    }

    @Nullable
    Window read(Section section) {
        List<String> names = phases.stream().map(Phase::name).toList();
        String phase = section.required("phase", String.join(", ", names), Section.word(names));
        Until until = section.optional("until", Until.PHASE_END, Choice.of(Until.class));
        Integer worst = section.optional("worst", WindowReader::seconds);
        if (phase == null) {
            return null;
        }
        long length = length(phase, until);
        if (worst != null && worst > length) {
            section.problems().add(section.placeOf("worst"), section.below("worst"), "is " + worst
                    + " s, longer than the window", "at most " + length + " s");
        }
        return new Window(phase, until == Until.DEATH, worst, until == Until.RUN_END);
    }

    private long length(String phase, Until until) {
        long seconds = 0;
        for (Phase each : phases) {
            boolean begun = seconds > 0;
            if (each.name().equals(phase) || (begun && until == Until.RUN_END)) {
                seconds += each.duration().toSeconds();
            }
        }
        return seconds;
    }

    private static Integer seconds(String text) throws Unfit {
        Duration duration = Quantity.duration(text, Duration.ofSeconds(1), LONGEST);
        if (duration.toNanosPart() != 0) {
            throw new Unfit("'" + text + "' is not a whole number of seconds", "5 s", "10 s");
        }
        return (int) duration.toSeconds();
    }
}
