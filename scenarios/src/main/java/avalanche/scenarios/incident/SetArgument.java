package avalanche.scenarios.incident;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code --set path=value} of the command line, laid over a file last. An empty value takes the key away. */
final class SetArgument {
    private final Place place;
    private final Problems problems;

    private SetArgument(String argument, Problems problems) {
        this.place = Place.argument("--set " + argument);
        this.problems = problems;
    }

    /** The file with the argument laid over it; unchanged where there is a problem with the argument. */
    static Tree.Mapping apply(Tree.Mapping file, String argument, Problems problems) {
        SetArgument set = new SetArgument(argument, problems);
        int equals = argument.indexOf('=');
        if (equals < 1) {
            problems.add(set.place, "", "has no path", "path=value, such as victim.strategy=snapshot");
            return file;
        }
        String path = argument.substring(0, equals);
        String text = argument.substring(equals + 1);
        Tree value = text.isBlank()
                ? new Tree.Scalar(set.place, "", Tree.Scalar.Sort.EMPTY)
                : YamlText.parse(text, set.place, problems);
        return value == null ? file : set.put(file, Format.MERGED, "", path, value);
    }

    private Tree.Mapping put(Tree.Mapping mapping, Shape shape, String above, String rest, Tree value) {
        int dot = shape instanceof Shape.Open ? -1 : rest.indexOf('.');
        String key = dot < 0 ? rest : rest.substring(0, dot);
        String path = above.isEmpty() ? key : above + "." + key;
        Shape below = Overlay.shapeOf(shape, key);
        if (below == null || (shape instanceof Shape.Named && !mapping.entries().containsKey(key))) {
            unknown(path, known(mapping, shape, above));
            return mapping;
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>(mapping.entries());
        if (dot < 0) {
            Problems own = new Problems();
            new ShapeCheck(own, true).check(value, below, path);
            if (!own.isEmpty()) {
                problems.addAll(own);
                return mapping;
            }
            return Overlay.merge(mapping, new Tree.Mapping(place, Map.of(key, new Tree.Entry(place, value))), shape);
        }
        if (below instanceof Shape.Value || below instanceof Shape.Values) {
            problems.add(place, path, "has nothing below it, such as '" + rest.substring(dot + 1) + "'", List.of(path),
                    path);
            return mapping;
        }
        Tree.Mapping inner = inner(entries.get(key));
        entries.put(key, new Tree.Entry(place, put(inner, below, path, rest.substring(dot + 1), value)));
        return new Tree.Mapping(mapping.place(), entries);
    }

    private void unknown(String path, List<String> known) {
        String nearest = Spelling.nearest(path, known);
        if (nearest == null) {
            nearest = Format.paths(Format.MERGED).stream()
                    .filter(full -> full.endsWith("." + path) && !full.contains("NAME"))
                    .findFirst().orElse(null);
        }
        problems.add(place, path, "unknown path '" + path + "'", known, nearest);
    }

    private Tree.Mapping inner(Tree.@Nullable Entry entry) {
        return entry != null && entry.value() instanceof Tree.Mapping mapping
                ? mapping
                : new Tree.Mapping(place, Map.of());
    }

    private static List<String> known(Tree.Mapping mapping, Shape shape, String above) {
        Collection<String> keys = switch (shape) {
            case Shape.Keys(Map<String, Shape> known) -> known.keySet();
            case Shape.Either(Shape.Keys known) -> known.keys().keySet();
            case Shape.Named _,Shape.Open _,Shape.Value _,Shape.Values _ -> mapping.entries().keySet();
        };
        return keys.stream().map(key -> above.isEmpty() ? key : above + "." + key).toList();
    }
}
