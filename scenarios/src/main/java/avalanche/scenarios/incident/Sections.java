package avalanche.scenarios.incident;

import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.nio.file.Path;
import java.util.List;
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
        Victim victim = service == null ? null : VictimReader.read(service, folder(file));
        Section requests = file.requiredSection("traffic");
        List<Phase> phases = requests == null ? List.of() : TrafficReader.phases(requests);
        TrafficPlan traffic = requests == null ? null : TrafficReader.read(requests, phases);
        Section hurt = file.section("faults");
        List<TimedFault> faults = hurt == null
                ? List.of()
                : new FaultsReader(phases, folder(file)).read(hurt);
        Section tried = file.section("mitigations");
        List<TimedMitigation> mitigations = tried == null ? List.of() : new MitigationsReader(phases, victim).read(
                tried);
        SymptomsReader symptomsReader = new SymptomsReader(phases);
        Section held = file.section("conditions");
        List<Symptom> conditions = held == null ? List.of() : symptomsReader.read(held);
        List<Symptom> symptoms = symptoms(file, symptomsReader);
        if (schema == null || id == null || title == null || story == null || victim == null || traffic == null
                || !file.problems().isEmpty()) {
            return null;
        }
        return new Incident(schema.intValue(), id, title, story, source, victim, traffic, faults, mitigations,
                conditions,
                symptoms, variant, size);
    }

    private static List<Symptom> symptoms(Section file, SymptomsReader reader) {
        Section section = file.requiredSection("symptoms");
        if (section == null) {
            return List.of();
        }
        if (section.mapping().entries().isEmpty()) {
            file.problems().add(section.place(), "symptoms", "has no symptom", "one symptom or more");
        }
        return reader.read(section);
    }

    /** Where the file lies; its path is one, since it was read from there. */
    private static Path folder(Section file) {
        Path parent = Path.of(file.place().source()).getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static Long schema(String text) throws Unfit {
        if (!text.equals(Integer.toString(Incident.SCHEMA))) {
            throw new Unfit("the file's form has version '" + text + "', which this program does not know", Integer
                    .toString(Incident.SCHEMA));
        }
        return (long) Incident.SCHEMA;
    }

    static String name(String text) throws Unfit {
        if (!ShapeCheck.isName(text)) {
            throw new Unfit("'" + text + "' is not a name", ShapeCheck.NAME_FORM);
        }
        return text;
    }
}
