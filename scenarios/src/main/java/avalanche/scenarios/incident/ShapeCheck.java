package avalanche.scenarios.incident;

import java.util.Map;
import java.util.regex.Pattern;

/** Compares a tree with the shape it should have: unknown keys, names out of form, values of the wrong kind. */
final class ShapeCheck {
    static final String NAME_FORM = "lower-case letters, digits and single hyphens, a letter first";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Problems problems;
    private final boolean overlay;

    /** @param overlay whether an empty value is fine, since it takes a key away */
    ShapeCheck(Problems problems, boolean overlay) {
        this.problems = problems;
        this.overlay = overlay;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    void check(Tree tree, Shape shape, String path) {
        if (tree.isEmpty()) {
            if (!overlay) {
                problems.add(tree.place(), path, "the value is missing", shape.kind());
            }
            return;
        }
        switch (shape) {
            case Shape.Value value when tree instanceof Tree.Scalar scalar && value.admits(scalar) -> {
            }
            case Shape.Values() when tree instanceof Tree.Sequence list -> items(list, path);
            case Shape.Keys keys when tree instanceof Tree.Mapping mapping -> keys(mapping, keys, path);
            case Shape.Named(Shape each) when tree instanceof Tree.Mapping mapping -> named(mapping, each, path);
            case Shape.Open() when tree instanceof Tree.Mapping mapping -> mapping.entries()
                    .forEach((key, entry) -> check(entry.value(), Format.VALUE, path + "." + key));
            case Shape.Either(Shape.Keys keys) when tree instanceof Tree.Mapping mapping -> keys(mapping, keys, path);
            case Shape.Either(_) when tree instanceof Tree.Scalar -> {
            }
            case Shape.Value _,Shape.Values _,Shape.Keys _,Shape.Named _,Shape.Open _,Shape.Either _ -> problems.add(
                    tree.place(), path, "is " + tree.kind(), shape.kind());
        }
    }

    private void items(Tree.Sequence list, String path) {
        for (int index = 0; index < list.items().size(); index++) {
            check(list.items().get(index), Format.VALUE, path + "[" + index + "]");
        }
    }

    private void keys(Tree.Mapping mapping, Shape.Keys shape, String path) {
        for (Map.Entry<String, Tree.Entry> each : mapping.entries().entrySet()) {
            String key = each.getKey();
            Tree.Entry entry = each.getValue();
            Shape below = shape.keys().get(key);
            if (below == null) {
                problems.unknown(entry.key(), below(path, key), "key", key, shape.keys().keySet());
            } else {
                overlays(path, key).check(entry.value(), below, below(path, key));
            }
        }
    }

    private void named(Tree.Mapping mapping, Shape shape, String path) {
        mapping.entries().forEach((name, entry) -> {
            if (!isName(name)) {
                problems.add(entry.key(), below(path, name), "'" + name + "' is not a name", NAME_FORM);
            }
            check(entry.value(), shape, below(path, name));
        });
    }

    /** What stands below the file's own sizes and variants is laid over the rest. */
    private ShapeCheck overlays(String path, String key) {
        boolean begins = path.isEmpty() && ("sizes".equals(key) || "variants".equals(key));
        return begins ? new ShapeCheck(problems, true) : this;
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
