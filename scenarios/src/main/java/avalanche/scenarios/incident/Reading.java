package avalanche.scenarios.incident;

import java.util.List;

/** What came of reading an incident file. */
public sealed interface Reading {
    /** The file is right. */
    record Read(Incident incident) implements Reading {}

    /**
     * The file, or an argument that changes it, is wrong.
     *
     * @param problems every one that was found, one or more, in the order of the file
     */
    record Refused(List<Problem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems is empty; allowed: one or more");
            }
        }
    }
}
