package avalanche.scenarios.incident;

import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Incident} of a file over which size, variant and arguments are laid already. */
final class Sections {
    private Sections() {}

    /** The incident; null where there is a problem with a part of it. */
    static @Nullable Incident read(Section file, String variant, String size) {
        Long schema = file.required("schema", "1", Sections::schema);
        String id = file.required("id", "a kebab-case name", Sections::name);
        String title = file.required("title", "one line", Section.text());
        String story = file.required("story", "what happened, in prose", Section.text());
        String source = file.optional("source", Section.text());
        Section service = file.requiredSection("victim");
        Victim victim = file.has("victim") ? VictimReader.read(service) : null;
        Section requests = file.requiredSection("traffic");
        List<Phase> phases = file.has("traffic") ? TrafficReader.phases(requests) : List.of();
        TrafficPlan traffic = file.has("traffic") ? TrafficReader.read(requests, phases) : null;
        List<TimedFault> faults = new FaultsReader(phases.stream().map(Phase::name).toList())
                .read(optionalSection(file, "faults"));
        SymptomsReader symptomsReader = new SymptomsReader(phases);
        List<Symptom> conditions = symptomsReader.read(optionalSection(file, "conditions"));
        Section expected = file.requiredSection("symptoms");
        List<Symptom> symptoms = symptomsReader.read(expected);
        if (file.has("symptoms") && expected.mapping().entries().isEmpty()) {
            file.problems().add(expected.place(), "symptoms", "has no symptom", "one symptom or more");
        }
        if (schema == null || id == null || title == null || story == null || victim == null || traffic == null
                || !file.problems().isEmpty()) {
            return null;
        }
        return new Incident(schema.intValue(), id, title, story, source, victim, traffic, faults, conditions,
                symptoms, variant, size);
    }

    private static Section optionalSection(Section file, String key) {
        Section section = file.section(key);
        return section == null
                ? new Section(new Tree.Mapping(file.place(), Map.of()), key, file.place(), file.problems())
                : section;
    }

    private static Long schema(String text) throws Unfit {
        if (!text.equals(Integer.toString(Incident.SCHEMA))) {
            throw new Unfit("the file's form has version '" + text + "', which this program does not know", Integer
                    .toString(Incident.SCHEMA));
        }
        return (long) Incident.SCHEMA;
    }

    private static String name(String text) throws Unfit {
        if (!ShapeCheck.isName(text)) {
            throw new Unfit("'" + text + "' is not a name", ShapeCheck.NAME_FORM);
        }
        return text;
    }
}
