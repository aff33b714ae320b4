package avalanche.victim.map;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operations on a real map of Go's with what each did, read from JSON lines, plain or gzipped; {@code dual-map-traces.md}
 * among the resources tells the format.
 */
record DualMapTrace(String name, List<Sequence> sequences) {
    private static final String RESOURCE = "dual-map-traces.jsonl.gz";
    private static final Set<String> FIELDS = Set.of("t", "i", "op", "k", "val", "delta", "limit", "r", "st", "d");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The operations on one map, from its making. */
    record Sequence(long id, String mix, long announced, List<Operation> operations) {}

    /** One operation; the line is where it stands in the file, from 1. */
    record Operation(long line, long index, String name, Map<String, Object> fields) {
        long number(String field) {
            return DualMapTrace.number(fields, field);
        }

        /** The operation with its arguments. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("op " + index + ", " + name);
            for (String argument : List.of("k", "val", "delta", "limit")) {
                if (fields.containsKey(argument)) {
                    text.append(' ').append(argument).append('=').append(fields.get(argument));
                }
            }
            return text.append(", line ").append(line).toString();
        }
    }

    /** The trace that stands among the test's resources, made with Go 1.19.8. */
    static DualMapTrace ofGo() {
        try (InputStream in = resource()) {
            return read(RESOURCE, in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static InputStream resource() {
        return Objects.requireNonNull(DualMapTrace.class.getResourceAsStream(RESOURCE), RESOURCE);
    }

    /**
     * The trace of that file.
     *
     * @throws IllegalArgumentException where it cannot be replayed; its message names the file, the place and what is
     * allowed
     */
    static DualMapTrace of(Path file) {
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("traces is '" + file + "'; allowed: an absolute path");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot read the traces " + file + " (" + failure
                    + "); allowed: JSON lines, plain or gzipped", failure);
        }
    }

    /** How many operations there are. */
    int size() {
        return sequences.stream().mapToInt(sequence -> sequence.operations.size()).sum();
    }

    private static DualMapTrace read(String name, InputStream in) throws IOException {
        List<Sequence> sequences = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(unzipped(in), StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                add(sequences, number, line);
            } catch (JacksonException | IllegalArgumentException problem) {
                throw new IllegalArgumentException("traces " + name + ", line " + number + ": " + problem.getMessage(),
                        problem);
            }
        }
        DualMapTrace trace = new DualMapTrace(name, sequences);
        trace.check();
        return trace;
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzipped ? new GZIPInputStream(buffered) : buffered;
    }

    private static void add(List<Sequence> sequences, long line, String text) {
        Map<String, Object> fields = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        if (fields == null) {
            throw new IllegalArgumentException("null; allowed: an object");
        }
        String kind = text(fields, "t");
        switch (kind) {
            case "seq" -> sequences.add(new Sequence(number(fields, "id"), text(fields, "mix"), number(fields, "n"),
                    new ArrayList<>()));
            case "op" -> addOperation(sequences, line, fields);
            default -> throw new IllegalArgumentException("t is '" + kind + "'; allowed: seq, op");
        }
    }

    private static void addOperation(List<Sequence> sequences, long line, Map<String, Object> fields) {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("fields " + fields.keySet() + "; allowed: " + FIELDS);
        }
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException("an op before the first seq");
        }
        List<Operation> operations = sequences.getLast().operations;
        long index = number(fields, "i");
        if (index != operations.size()) {
            throw new IllegalArgumentException("i is " + index + "; allowed here: " + operations.size());
        }
        operations.add(new Operation(line, index, text(fields, "op"), fields));
    }

    private void check() {
        for (Sequence sequence : sequences) {
            if (sequence.announced != sequence.operations.size()) {
                throw new IllegalArgumentException("traces " + name + ", sequence " + sequence.id + ": n is "
                        + sequence.announced + ", but " + sequence.operations.size() + " operations follow");
            }
        }
        if (size() == 0) {
            throw new IllegalArgumentException("traces " + name + " have no operation; allowed: at least one");
        }
    }

    private static long number(Map<String, Object> fields, String field) {
        if (fields.get(field) instanceof Long number) {
            return number;
        }
        throw absent(fields, field, "an integer");
    }

    private static String text(Map<String, Object> fields, String field) {
        if (fields.get(field) instanceof String text) {
            return text;
        }
        throw absent(fields, field, "a string");
    }

    private static IllegalArgumentException absent(Map<String, Object> fields, String field, String allowed) {
        @Nullable
        Object there = fields.get(field);
        return new IllegalArgumentException(field + " is " + there + "; allowed: " + allowed);
    }
}
