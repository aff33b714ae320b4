package avalanche.scenarios.incident;

import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post-mortem as an experiment: one variant of one incident file at one size, with the overrides of the command line.
 *
 * @param schema version of the file's form, {@link #SCHEMA}
 * @param id kebab-case name
 * @param title one line
 * @param story what happened, in prose
 * @param source where the story comes from, null where the file does not say
 * @param victim the service under test
 * @param traffic what is sent to it, in the control and in the incident alike
 * @param faults what is hurt in the incident and not in the control, in the file's order
 * @param mitigations what can be tried against the incident while it runs, in the file's order
 * @param conditions what must hold in the incident run for the experiment to have taken place
 * @param symptoms what is expected of the incident and absent from the control
 * @param variant name of the variant
 * @param size name of the size
 */
public record Incident(int schema, String id, String title, String story, @Nullable String source, Victim victim,
        TrafficPlan traffic, List<TimedFault> faults, List<TimedMitigation> mitigations, List<Symptom> conditions,
        List<Symptom> symptoms, String variant,
        String size) {
    /** The version that this code reads; a file with another is refused. */
    public static final int SCHEMA = 1;

    public Incident {
        faults = List.copyOf(faults);
        mitigations = List.copyOf(mitigations);
        conditions = List.copyOf(conditions);
        symptoms = List.copyOf(symptoms);
        if (symptoms.isEmpty()) {
            throw new IllegalArgumentException("symptoms of " + id + " is empty; allowed: one or more");
        }
    }

    /**
     * The mitigation of a name.
     *
     * @throws IllegalArgumentException where there is none; the message tells the known ones and the nearest spelling
     */
    public TimedMitigation mitigation(String name) {
        List<String> known = mitigations.stream().map(TimedMitigation::id).toList();
        String nearest = Spelling.nearest(name, known);
        return mitigations.stream().filter(mitigation -> mitigation.id().equals(name)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("unknown mitigation '" + name + "'; known: " + (known.isEmpty()
                        ? "none, the file has no mitigations"
                        : String.join(", ", known)) + (nearest == null ? "" : "; did you mean '" + nearest + "'?")));
    }
}
