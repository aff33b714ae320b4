package avalanche.scenarios.cli;

import avalanche.results.verdict.Verdict;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedMitigation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a rehearsal does beside the incident, and what is expected of it, whether it runs here or on a schedule. */
class RehearsalArguments {
    @Option(names = "--mitigation",
            paramLabel = "NAME",
            description = "A mitigation named in the file, which is ordered in the middle of the incident. The incident is then judged up to the order, and what became of its symptoms is told apart.")
    private @Nullable String mitigation;

    @Option(names = "--expect",
            paramLabel = "VERDICT",
            defaultValue = "reproduced",
            description = "What to expect: ${COMPLETION-CANDIDATES}. Another verdict is exit code 5. Default: ${DEFAULT-VALUE}.")
    private Expectation expectation = Expectation.REPRODUCED;

    @Option(names = "--no-control",
            description = "Leaves the control run out: half the time, but no verdict of reproduced without it.")
    private boolean withoutControl;

    RehearsalArguments() {}

    final Verdict expected() {
        return expectation.verdict();
    }

    final boolean withControl() {
        return !withoutControl;
    }

    /**
     * The mitigation, or {@code null} where none was asked for.
     *
     * @throws IllegalArgumentException if the incident knows none of that name; the message says which it knows
     */
    final @Nullable TimedMitigation mitigation(Incident chosen) {
        try {
            return mitigation == null ? null : chosen.mitigation(mitigation);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("--mitigation: " + unknown.getMessage(), unknown);
        }
    }

    /** The same again, as words of a command line. */
    final List<String> again() {
        return words(expectation != Expectation.REPRODUCED);
    }

    /** The same, with what is expected also where that is the usual: for what is read long after it was written. */
    final List<String> spelledOut() {
        return words(true);
    }

    private List<String> words(boolean expecting) {
        List<String> words = new ArrayList<>();
        if (mitigation != null) {
            words.addAll(List.of("--mitigation", mitigation));
        }
        if (expecting) {
            words.addAll(List.of("--expect", expectation.toString()));
        }
        if (withoutControl) {
            words.add("--no-control");
        }
        return words;
    }
}
