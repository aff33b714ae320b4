package avalanche.scenarios.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which keys a part of the file may have; what their values may be is decided by whoever reads them. */
sealed interface Shape {
    /** What is expected, with its article, for messages. */
    String kind();

    /** A single value. */
    record Value(Sort sort) implements Shape {
        /** What YAML must take it for. */
        enum Sort {
            /** Text or number: whoever reads the value decides. */
            ANY, TEXT, NUMBER
        }

        @Override
        public String kind() {
            return switch (sort) {
                case ANY -> "a single value";
                case TEXT -> "text";
                case NUMBER -> "a number without quotes";
            };
        }

        /** Whether the value is of this sort; text that is no number at all is left to whoever reads the number. */
        boolean admits(Tree.Scalar scalar) {
            return switch (sort) {
                case ANY -> true;
                case TEXT -> scalar.sort() == Tree.Scalar.Sort.TEXT;
                case NUMBER -> scalar.sort() != Tree.Scalar.Sort.TEXT || !scalar.text().matches("-?[0-9.]+");
            };
        }
    }

    /** A list of single values. */
    record Values() implements Shape {
        @Override
        public String kind() {
            return "a list of values";
        }
    }

    /** A mapping of these keys and no others. */
    record Keys(Map<String, Shape> keys) implements Shape {
        public Keys {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        Keys with(String key, Shape shape) {
            Map<String, Shape> more = new LinkedHashMap<>(keys);
            more.put(key, shape);
            return new Keys(more);
        }

        Keys without(String... names) {
            Map<String, Shape> fewer = new LinkedHashMap<>(keys);
            for (String name : names) {
                fewer.remove(name);
            }
            return new Keys(fewer);
        }
    }

    /** A mapping of names that the author chooses, in kebab case. */
    record Named(Shape each) implements Shape {
        @Override
        public String kind() {
            return "a mapping of names";
        }
    }

    /** A mapping of any keys to single values. */
    record Open() implements Shape {
        @Override
        public String kind() {
            return "a mapping of settings to values";
        }
    }

    /** A single value, or a mapping of these keys; an overlay replaces it as a whole. */
    record Either(Keys mapping) implements Shape {
        @Override
        public String kind() {
            return "a single value or a mapping";
        }
    }
}
