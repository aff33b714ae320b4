package avalanche.scenarios.incident;

import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a roll-out changes: the keys {@code strategy}, {@code traversal}, {@code settings} and {@code image}. */
final class RolloutReader {
    private static final String STRATEGY = "victim.map.strategy";

    private RolloutReader() {}

    /**
     * The roll-out; null, with a problem, where it is none.
     *
     * @param victim the service as it is started, null where it could not be read
     */
    static Mitigation.@Nullable Rollout read(Section section, @Nullable Victim victim) {
        boolean any = victim != null && victim.plugins() != null;
        String strategy = section.optional("strategy", any ? Sections::name : Section.word(Victim.STRATEGIES));
        Traversal traversal = TraversalReader.read(section);
        String image = section.optional("image", RolloutReader::image);
        Map<String, String> settings = new HashMap<>(VictimReader.settings(section));
        if (strategy != null) {
            settings.put(STRATEGY, strategy);
        }
        if (traversal != null) {
            settings.putAll(traversal.settings());
        }
        if (!checkSection(section, strategy, traversal, victim)) {
            return null;
        }
        boolean named = section.has("strategy") || section.has("traversal") || section.has("settings") || section.has(
                "image");
        if (!named) {
            section.problems().add(section.place(), section.path(), "changes nothing",
                    "one or more of strategy, traversal, settings, image");
        }
        return image == null && settings.isEmpty() ? null : new Mitigation.Rollout(new Revision(image, settings));
    }

    private static String image(String text) throws Unfit {
        if (text.isBlank() || text.matches(".*\\s.*")) {
            throw new Unfit("'" + text + "' is not the name of an image",
                    "a name such as registry.example.com/team/victim-service:1.2");
        }
        return text;
    }

    /** Whether the map to come has what the walks to come need. */
    private static boolean checkSection(Section section, @Nullable String strategy, @Nullable Traversal traversal,
            @Nullable Victim victim) {
        if (victim == null || victim.plugins() != null) {
            return true;
        }
        String map = strategy == null ? victim.strategy() : strategy;
        String mode = traversal == null ? victim.mode() : traversal.mode();
        if (!Victim.WITHOUT_SECTION.contains(map) || !Traversal.IN_A_SECTION.contains(mode)) {
            return true;
        }
        List<String> allowed = Traversal.MODES.keySet().stream().filter(other -> !Traversal.IN_A_SECTION.contains(
                other)).toList();
        section.problems().add(section.place(), section.below("traversal"), "'" + mode
                + "' needs a map with a critical section, which '" + map + "' does not have", allowed, null);
        return false;
    }
}
