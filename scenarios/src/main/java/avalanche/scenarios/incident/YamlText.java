package avalanche.scenarios.incident;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Builds a {@link Tree} from YAML text. Anchors, aliases, tags, duplicate keys and further documents are problems; depth and length are bounded. */
final class YamlText {
    /** The longest text that is read, in characters. */
    static final int LONGEST = 256 * 1024;
    /** The deepest nesting that is read. */
    static final int DEEPEST = 20;

    private final Iterator<Event> events;
    private final List<String> lines;
    private final Place whole;
    private final Problems problems;
    private final CoreSchema schema = new CoreSchema();

    private YamlText(Iterator<Event> events, List<String> lines, Place whole, Problems problems) {
        this.events = events;
        this.lines = lines;
        this.whole = whole;
        this.problems = problems;
    }

    /**
     * The document in the text; null where there is none or its YAML is broken, which is then among the problems.
     *
     * @param whole where the text stands; with line 0 every value in it stands there, else places count lines and columns of the text
     */
    static @Nullable Tree parse(String text, Place whole, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(whole, "", "the file has " + text.length() + " characters", "at most " + LONGEST);
            return null;
        }
        LoadSettings settings = LoadSettings.builder().setLabel(whole.source()).build();
        YamlText yaml = new YamlText(new Parse(settings).parseString(text).iterator(), text.lines().toList(), whole,
                problems);
        try {
            return yaml.document();
        } catch (MarkedYamlEngineException broken) {
            yaml.broken(broken);
        } catch (YamlEngineException broken) {
            problems.add(whole, "", "not YAML: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        } catch (TooDeep deep) {
            problems.add(deep.place, "", "nested too deeply", "at most " + DEEPEST + " levels");
        }
        return null;
    }

    private @Nullable Tree document() throws TooDeep {
        Tree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (!(event instanceof NodeEvent)) {
                continue;
            }
            if (tree == null) {
                tree = value(event, "", 0);
            } else {
                problems.add(place(event), "", "a second document begins here", "one document in a file");
                return tree;
            }
        }
        if (tree == null) {
            problems.add(whole, "", "there is nothing in it", "a mapping of keys to values");
        }
        return tree;
    }

    private Tree value(Event event, String path, int depth) throws TooDeep {
        Place place = place(event);
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (event instanceof NodeEvent node && (event instanceof AliasEvent || node.getAnchor().isPresent())) {
            problems.add(place, path, "anchors and aliases are not part of the format",
                    "the value itself, or an overlay in sizes or variants");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, place, path);
            case MappingStartEvent mapping -> {
                untagged(mapping.getTag(), place, path);
                yield mapping(place, path, depth);
            }
            case SequenceStartEvent sequence -> {
                untagged(sequence.getTag(), place, path);
                yield sequence(place, path, depth);
            }
            default -> new Tree.Scalar(place, "", Tree.Scalar.Sort.TEXT); // an alias, which is a problem already
        };
    }

    private Tree mapping(Place place, String path, int depth) throws TooDeep {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Place keyPlace = place(event);
            Tree key = value(event, path, depth + 1);
            String name = key instanceof Tree.Scalar scalar ? scalar.text() : "";
            String below = path.isEmpty() ? name : path + "." + name;
            Tree value = value(events.next(), below, depth + 1);
            if (!(key instanceof Tree.Scalar)) {
                problems.add(keyPlace, path, "a key is " + key.kind(), "text");
                continue;
            }
            Tree.Entry first = entries.putIfAbsent(name, new Tree.Entry(keyPlace, value));
            if (first != null) {
                problems.add(keyPlace, below, "duplicate key '" + name + "', first in line " + first.key().line(),
                        "each key once");
            }
        }
        return new Tree.Mapping(place, entries);
    }

    private Tree sequence(Place place, String path, int depth) throws TooDeep {
        List<Tree> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, path + "[" + items.size() + "]", depth + 1));
        }
        return new Tree.Sequence(place, items);
    }

    private Tree scalar(ScalarEvent event, Place place, String path) {
        untagged(event.getTag(), place, path);
        Tag tag = schema.getScalarResolver().resolve(event.getValue(), event.isPlain());
        Tree.Scalar.Sort sort = Tree.Scalar.Sort.TEXT;
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            sort = Tree.Scalar.Sort.NUMBER;
        } else if (tag.equals(Tag.BOOL)) {
            sort = Tree.Scalar.Sort.BOOLEAN;
        } else if (tag.equals(Tag.NULL)) {
            sort = Tree.Scalar.Sort.EMPTY;
        }
        return new Tree.Scalar(place, event.getValue(), sort);
    }

    private void untagged(Optional<String> tag, Place place, String path) {
        if (tag.isPresent()) {
            problems.add(place, path, "tags such as " + tag.get() + " are not part of the format", "the value itself");
        }
    }

    private void broken(MarkedYamlEngineException broken) {
        Place place = broken.getProblemMark().map(this::place).orElse(whole);
        String message = "not YAML: " + String.valueOf(broken.getProblem());
        String context = broken.getContext();
        if (context != null && !context.isBlank()) {
            message += " (" + context + ")";
        }
        if (message.contains("TAB")) {
            problems.add(place, "", message, "blanks for indentation");
        } else if (place.text().matches(".*:\\s*>.*")) {
            problems.add(place, "", message, "a bound in quotes, such as \"> 120 ms\"");
        } else {
            problems.add(place, "", message);
        }
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(whole);
    }

    private Place place(Mark mark) {
        if (whole.line() == 0) {
            return whole;
        }
        String text = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
        return new Place(whole.source(), mark.getLine() + 1, mark.getColumn() + 1, text);
    }

    /** Ends the reading of a document that is nested too deeply. */
    private static final class TooDeep extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        TooDeep(Place place) {
            super(place.toString());
            this.place = place;
        }
    }
}
