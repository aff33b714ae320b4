package avalanche.scenarios.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is being read. A value of the wrong kind reads as absent without a further problem, since the shape of the file is checked
 * before.
 *
 * @param mapping what is read
 * @param path of the mapping in its file
 * @param place where problems about the mapping as a whole belong
 * @param problems where problems go
 */
record Section(Tree.Mapping mapping, String path, Place place, Problems problems) {

    /** Makes a value of a text, or says why it cannot. */
    interface Parser<T> {
        T parse(String text) throws Unfit;
    }

    String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Place placeOf(String key) {
        Tree.Entry entry = mapping.entries().get(key);
        return entry == null ? place : entry.value().place();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The value at a key; null, and a problem, where it is absent or does not parse. */
    <T> @Nullable T required(String key, String what, Parser<T> parser) {
        if (!has(key)) {
            missing(key, what);
            return null;
        }
        return parsed(key, parser);
    }

    /** The value at a key; null where it is absent, or, with a problem, where it does not parse. */
    <T> @Nullable T optional(String key, Parser<T> parser) {
        return has(key) ? parsed(key, parser) : null;
    }

    /** The value at a key; another where it is absent or, with a problem, where it does not parse. */
    <T> T optional(String key, T otherwise, Parser<T> parser) {
        T value = optional(key, parser);
        return value == null ? otherwise : value;
    }

    private <T> @Nullable T parsed(String key, Parser<T> parser) {
        Tree.Entry entry = mapping.entries().get(key);
        if (entry == null || entry.value().isEmpty() || !(entry.value() instanceof Tree.Scalar scalar)) {
            return null;
        }
        try {
            return parser.parse(scalar.text());
        } catch (Unfit unfit) {
            unfit.report(problems, scalar.place(), below(key));
            return null;
        }
    }

    void missing(String key, String what) {
        problems.add(place, below(key), "is missing", what);
    }

    /** The mapping at a key, null where there is none. */
    @Nullable
    Section section(String key) {
        Tree.Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof Tree.Mapping inner
                ? new Section(inner, below(key), entry.key(), problems)
                : null;
    }

    /** The mapping at a key; null where there is none, with a problem where the key is absent. */
    @Nullable
    Section requiredSection(String key) {
        if (!has(key)) {
            missing(key, "a mapping");
        }
        return section(key);
    }

    /** The mappings at the names of this mapping, in order. */
    Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (String name : mapping.entries().keySet()) {
            Section section = section(name);
            if (section != null) {
                sections.put(name, section);
            }
        }
        return sections;
    }

    /** The single values of the list at a key, empty where there is none. */
    List<Tree.Scalar> items(String key) {
        Tree.Entry entry = mapping.entries().get(key);
        if (entry == null || !(entry.value() instanceof Tree.Sequence list)) {
            return List.of();
        }
        return list.items().stream().filter(Tree.Scalar.class::isInstance).map(Tree.Scalar.class::cast).toList();
    }

    /** A parser of words from a closed choice. */
    static Parser<String> word(List<String> known) {
        return text -> {
            if (!known.contains(text)) {
                throw Unfit.word(text, known);
            }
            return text;
        };
    }

    /** A parser of text that is not blank. */
    static Parser<String> text() {
        return text -> {
            if (text.isBlank()) {
                throw new Unfit("is blank", "any text");
            }
            return text.strip();
        };
    }
}
