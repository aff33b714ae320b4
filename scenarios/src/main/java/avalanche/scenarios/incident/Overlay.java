package avalanche.scenarios.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays one tree over another: mappings merge by key, everything else replaces, an empty value takes its key away. */
final class Overlay {
    private Overlay() {}

    static Tree.Mapping merge(Tree.Mapping base, Tree.Mapping over, Shape shape) {
        Map<String, Tree.Entry> merged = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, entry) -> {
            Tree.Entry below = merged.get(key);
            if (entry.value().isEmpty()) {
                merged.remove(key);
            } else {
                merged.put(key, new Tree.Entry(entry.key(), below == null
                        ? withoutEmpty(entry.value())
                        : value(below.value(), entry.value(), shapeOf(shape, key))));
            }
        });
        return new Tree.Mapping(base.place(), merged);
    }

    private static Tree value(Tree base, Tree over, @Nullable Shape shape) {
        if (shape == null || shape instanceof Shape.Either) {
            return withoutEmpty(over);
        }
        if (base instanceof Tree.Mapping below && over instanceof Tree.Mapping above) {
            return merge(below, above, shape);
        }
        return withoutEmpty(over);
    }

    private static Tree withoutEmpty(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return tree;
        }
        Map<String, Tree.Entry> kept = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (!entry.value().isEmpty()) {
                kept.put(key, new Tree.Entry(entry.key(), withoutEmpty(entry.value())));
            }
        });
        return new Tree.Mapping(mapping.place(), kept);
    }

    /** The shape of what stands at a key, null where the shape does not tell. */
    static @Nullable Shape shapeOf(Shape shape, String key) {
        return switch (shape) {
            case Shape.Keys(Map<String, Shape> keys) -> keys.get(key);
            case Shape.Either(Shape.Keys keys) -> keys.keys().get(key);
            case Shape.Named(Shape each) -> each;
            case Shape.Open() -> Format.VALUE;
            case Shape.Value _,Shape.Values _ -> null;
        };
    }
}
