package avalanche.victim.bench;

import avalanche.victim.bench.Results.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures what is asked, keeps the figures and writes the page of them. */
final class Benchmarks {
    private final Request request;
    private final Results results;
    private final Jmh jmh;

    private Benchmarks(Request request, Path generated) {
        this.request = request;
        results = new Results(request.folder());
        jmh = new Jmh(request, results, generated);
    }

    /** The argument is the folder of the code that JMH's annotation processor generated. */
    public static void main(String[] arguments) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().descendants().forEach(
                ProcessHandle::destroyForcibly)));
        Request request = Request.of(name -> System.getProperty(name, ""));
        new Benchmarks(request, Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        for (Part part : request.parts()) {
            System.err.println("measuring: " + part.id());
            List<?> rows = rows(part);
            results.write(part, new Measured<>(Environment.here(request, Forks.flags(flags(part)), InstantSource
                    .system()),
                    rows));
        }
        Path page = request.folder().resolve("maps.md");
        Files.writeString(page, new Page(results).render());
        System.err.println("written: " + page);
    }

    /** What the part's JVMs have beside the flags of all. */
    private static List<String> flags(Part part) {
        return switch (part) {
            case LATENCY -> LatencyFork.FLAGS;
            case MEMORY -> MemoryFork.FLAGS;
            case THROUGHPUT, SNAPSHOT, POST_MORTEM, METERING -> List.of();
        };
    }

    private List<?> rows(Part part) throws IOException {
        return switch (part) {
            case THROUGHPUT -> jmh.throughput();
            case LATENCY -> latency();
            case SNAPSHOT -> jmh.snapshot();
            case MEMORY -> rows(MemoryRow.class, Forks.lines(MemoryFork.class.getName(), MemoryFork.FLAGS, List.of(
                    String.join(",", request.maps()), joined(request.scale().sizes()))));
            case POST_MORTEM -> postMortem();
            case METERING -> jmh.metering();
        };
    }

    /** Round by round over all variants, so that what else the machine does hits them alike. */
    private List<LatencyRow> latency() {
        List<String> variants = new ArrayList<>(List.of(LatencyRow.NO_MAP));
        Variant.of(request.maps()).forEach(variant -> variants.add(variant.name()));
        Scale scale = request.scale();
        List<LatencyRow> rows = new ArrayList<>();
        List<Integer> walks = Stream.concat(Stream.of(LatencyRow.NO_WALK), scale.callbackMicros().stream()).toList();
        for (int round = 0; round < scale.rounds(); round++) {
            for (String variant : variants) {
                rows.addAll(latency(variant, round, scale.windowMillis(), scale.walkedSizes(), walks));
            }
        }
        List<String> judged = variants.stream().filter(GoalsSection::judgesWrites).toList();
        for (int round = scale.rounds(); round < scale.judgedRounds(); round++) {
            System.err.println("judged cells: round " + (round + 1) + " of " + scale.judgedRounds());
            for (String variant : judged) {
                rows.addAll(latency(variant, round, scale.judgedWindowMillis(), List.of(GoalsSection.SIZE), List.of(
                        GoalsSection.CALLBACK_MICROS)));
            }
        }
        return rows;
    }

    private static List<LatencyRow> latency(String variant, int round, int windowMillis, List<Integer> sizes,
            List<Integer> callbacks) {
        return rows(LatencyRow.class, Forks.lines(LatencyFork.class.getName(), LatencyFork.FLAGS, List.of(variant, ""
                + round,
                "" + windowMillis, joined(sizes), joined(callbacks))));
    }

    private List<PostMortemRow> postMortem() {
        Scale.Comparison asked = request.scale().comparison();
        List<PostMortemRow> rows = new ArrayList<>();
        for (String map : request.maps()) {
            rows.addAll(rows(PostMortemRow.class, Forks.lines(PostMortemFork.class.getName(), List.of(), List.of(map,
                    "" + asked.clients(), "" + asked.keys(), "" + asked.rounds(), "" + asked.millis()))));
        }
        return rows;
    }

    private static <R> List<R> rows(Class<R> type, List<String> lines) {
        return lines.stream().map(line -> Results.JSON.readValue(line, type)).toList();
    }

    private static String joined(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }
}
