package avalanche.scenarios.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands. */
sealed interface Tree {
    Place place();

    /** What it is, with its article, for messages. */
    String kind();

    /** Keys and values, in the file's order. */
    record Mapping(Place place, Map<String, Entry> entries) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A value and the place of its key. */
    record Entry(Place key, Tree value) {}

    /** Values in order. */
    record Sequence(Place place, List<Tree> items) implements Tree {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A single value, as it is written. */
    record Scalar(Place place, String text, Sort sort) implements Tree {
        /** What YAML takes it for. */
        enum Sort {
            TEXT, NUMBER, BOOLEAN, EMPTY
        }

        @Override
        public String kind() {
            return switch (sort) {
                case TEXT -> "the text '" + text + "'";
                case NUMBER -> "the number " + text;
                case BOOLEAN -> "the truth value " + text;
                case EMPTY -> "nothing";
            };
        }
    }

    /** Whether the value is empty, which in an overlay takes a key away. */
    default boolean isEmpty() {
        return this instanceof Scalar scalar && scalar.sort() == Scalar.Sort.EMPTY;
    }
}
