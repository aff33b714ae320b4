package avalanche.victim.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reading of Prometheus' text format 0.0.4: whatever a line is that is not of the format fails. */
public final class PrometheusText {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile(
            "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\",?");

    private final SequencedMap<String, Family> families = new LinkedHashMap<>();

    private PrometheusText() {}

    /** Reads a scrape. */
    public static PrometheusText read(String text) {
        PrometheusText read = new PrometheusText();
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line does not end");
        }
        text.lines().forEach(read::line);
        return read;
    }

    /** The family of that name. */
    public Family family(String name) {
        Family family = families.get(name);
        if (family == null) {
            throw new AssertionError("no family " + name + " among " + families.keySet());
        }
        return family;
    }

    /** All families by name. */
    public Map<String, Family> families() {
        return families;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            Family family = families.computeIfAbsent(comment.group(2), Family::new);
            family.comment(comment.group(1), comment.group(3));
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new AssertionError("not of the format: " + line);
        }
        Map<String, String> labels = labels(sample.group(2) == null ? "" : sample.group(2));
        owner(sample.group(1)).add(new Sample(sample.group(1), labels, number(sample.group(3))));
    }

    private Family owner(String sample) {
        Map.Entry<String, Family> last = families.lastEntry();
        if (last == null || !last.getValue().owns(sample)) {
            throw new AssertionError("the sample " + sample + " does not follow the HELP and TYPE of its family");
        }
        return last.getValue();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        int at = 0;
        while (label.find(at) && label.start() == at) {
            if (labels.put(label.group(1), label.group(2)) != null) {
                throw new AssertionError("a label twice: " + text);
            }
            at = label.end();
            if (at == text.length()) {
                return labels;
            }
        }
        if (at != text.length()) {
            throw new AssertionError("labels not of the format: " + text);
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** A value with its labels. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** A metric with all its series. */
    public static final class Family {
        private final String name;
        private final Map<String, String> comments = new LinkedHashMap<>();
        private final Map<Map.Entry<String, Map<String, String>>, Sample> samples = new LinkedHashMap<>();

        private Family(String name) {
            this.name = name;
        }

        private void comment(String kind, String text) {
            if (comments.put(kind, text) != null || !samples.isEmpty()) {
                throw new AssertionError(kind + " of " + name + " twice or after its samples");
            }
        }

        private boolean owns(String sample) {
            List<String> suffixes = switch (type()) {
                case "histogram" -> List.of("_bucket", "_sum", "_count");
                case "summary" -> List.of("", "_sum", "_count");
                case "counter", "gauge", "untyped" -> List.of("");
                default -> throw new AssertionError("no type of the format: " + type());
            };
            return suffixes.stream().anyMatch(suffix -> sample.equals(name + suffix));
        }

        private void add(Sample sample) {
            if (samples.put(Map.entry(sample.name(), sample.labels()), sample) != null) {
                throw new AssertionError("a series twice: " + sample);
            }
        }

        /** What TYPE tells. */
        public String type() {
            return String.valueOf(comments.get("TYPE"));
        }

        /** What HELP tells, or an empty text. */
        public String help() {
            return comments.getOrDefault("HELP", "");
        }

        /** Every series. */
        public List<Sample> samples() {
            return new ArrayList<>(samples.values());
        }

        /** The value of the series of that name with those labels and no others. */
        public double value(String sample, Map<String, String> labels) {
            Sample found = samples.get(Map.entry(sample, labels));
            if (found == null) {
                throw new AssertionError("no " + sample + labels + " among " + samples());
            }
            return found.value();
        }
    }
}
