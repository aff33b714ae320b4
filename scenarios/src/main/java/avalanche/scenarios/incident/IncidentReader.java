package avalanche.scenarios.incident;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads incident files. The file's size, then its variant, then the variant's part for that size, then the arguments of the command line are laid over
 * what stands outside {@code sizes} and {@code variants}. Every problem is reported, not only the first.
 */
public final class IncidentReader {
    /** The name of the only size or variant of a file that names none. */
    public static final String ONLY = "default";

    private IncidentReader() {}

    /**
     * Reads one variant at one size.
     *
     * @param text the file's text
     * @param path the file's path, for messages
     * @param variant null for the file's first
     * @param size null for the file's first
     * @param overrides {@code path=value} each, the value in YAML, an empty value taking its key away; laid over the file in order
     */
    public static Reading read(String text, String path, @Nullable String variant, @Nullable String size,
            List<String> overrides) {
        Problems problems = new Problems();
        Tree.Mapping file = file(text, path, problems);
        if (file == null) {
            return new Reading.Refused(problems.inOrder());
        }
        Menu menu = menu(file);
        String chosenVariant = chosen("variant", variant, menu.variants(), problems);
        String chosenSize = chosen("size", size, menu.sizes(), problems);
        Tree.Mapping merged = merged(file, chosenVariant, chosenSize);
        for (String override : overrides) {
            merged = SetArgument.apply(merged, override, problems);
        }
        Section section = new Section(merged, "", file.place(), problems);
        Incident incident = Sections.read(section, chosenVariant, chosenSize);
        if (problems.isEmpty() && incident == null) {
            throw new IllegalStateException("a part of " + path + " could not be read and nothing says why");
        }
        return incident != null && problems.isEmpty()
                ? new Reading.Read(incident)
                : new Reading.Refused(problems.inOrder());
    }

    /** Every problem in the file, whichever variant and size is chosen, and without any; empty where all of them can be read. */
    public static List<Problem> validate(String text, String path) {
        Problems problems = new Problems();
        Tree.Mapping file = file(text, path, problems);
        if (file != null) {
            Sections.read(new Section(withoutOverlays(file), "", file.place(), problems), ONLY, ONLY);
            Menu menu = menu(file);
            for (String variant : menu.variants().keySet()) {
                for (String size : menu.sizes().keySet()) {
                    Sections.read(new Section(merged(file, variant, size), "", file.place(), problems), variant, size);
                }
            }
        }
        return problems.inOrder();
    }

    /** The variants and sizes of the file, as far as it can be read. */
    public static Menu menu(String text, String path) {
        Tree.Mapping file = file(text, path, new Problems());
        return menu(file == null ? new Tree.Mapping(new Place(path, 1, 1, ""), Map.of()) : file);
    }

    private static Tree.@Nullable Mapping file(String text, String path, Problems problems) {
        Place whole = new Place(path, 1, 1, text.lines().findFirst().orElse(""));
        Tree tree = YamlText.parse(text, whole, problems);
        if (tree == null) {
            return null;
        }
        if (!(tree instanceof Tree.Mapping mapping)) {
            problems.add(tree.place(), "", "the document is " + tree.kind(), "a mapping");
            return null;
        }
        new ShapeCheck(problems, false).check(mapping, Format.FILE, "");
        return mapping;
    }

    private static Menu menu(Tree.Mapping file) {
        return new Menu(names(file, "variants"), names(file, "sizes"));
    }

    private static Map<String, String> names(Tree.Mapping file, String key) {
        Map<String, String> names = new LinkedHashMap<>();
        overlay(file, key).entries().forEach((name, entry) -> names.put(name, about(entry.value())));
        if (names.isEmpty()) {
            names.put(ONLY, "");
        }
        return names;
    }

    private static String about(Tree overlay) {
        return overlay instanceof Tree.Mapping mapping && mapping.entries().containsKey("about")
                && mapping.entries().get("about").value() instanceof Tree.Scalar scalar ? scalar.text().strip() : "";
    }

    private static String chosen(String what, @Nullable String name, Map<String, String> known, Problems problems) {
        String first = known.keySet().iterator().next();
        if (name == null || known.containsKey(name)) {
            return name == null ? first : name;
        }
        problems.unknown(Place.argument("--" + what + " " + name), "", what, name, known.keySet());
        return first;
    }

    private static Tree.Mapping merged(Tree.Mapping file, String variant, String size) {
        Tree.Mapping ofVariant = overlay(overlay(file, "variants"), variant);
        List<Tree.Mapping> overlays = List.of(overlay(overlay(file, "sizes"), size), ofVariant, overlay(overlay(
                ofVariant, "sizes"), size));
        Tree.Mapping merged = withoutOverlays(file);
        for (Tree.Mapping overlay : overlays) {
            merged = Overlay.merge(merged, without(overlay, List.of("sizes", "about")), Format.MERGED);
        }
        return merged;
    }

    private static Tree.Mapping withoutOverlays(Tree.Mapping file) {
        return without(file, List.of("sizes", "variants"));
    }

    private static Tree.Mapping overlay(Tree.Mapping mapping, String key) {
        Tree.Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof Tree.Mapping inner
                ? inner
                : new Tree.Mapping(mapping.place(), Map.of());
    }

    private static Tree.Mapping without(Tree.Mapping mapping, Collection<String> keys) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.keySet().removeAll(keys);
        return new Tree.Mapping(mapping.place(), entries);
    }
}
