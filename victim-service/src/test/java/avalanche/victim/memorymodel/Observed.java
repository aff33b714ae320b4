package avalanche.victim.memorymodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one test saw with one map.
 *
 * @param test the test's simple name
 * @param samples how often the two threads ran beside each other, over all JVMs and ways to compile
 * @param forbidden what was seen that must not be, with how often; empty where the map is sound as far as this tells
 * @param errors what kept a JVM from testing; empty where nothing did
 */
record Observed(String test, long samples, Map<String, Long> forbidden, List<String> errors) {
    private static final String FILE = "observed.json";
    private static final JsonMapper JSON = new JsonMapper();

    static void write(List<Observed> observed, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(observed));
    }

    static List<Observed> read(Path folder) throws IOException {
        return List.of(JSON.readValue(Files.readString(folder.resolve(FILE)), Observed[].class));
    }

    /** Of a run's folder, in which jcstress left its results. */
    static List<Observed> in(Path folder) throws IOException {
        Map<String, Observed> observed = new TreeMap<>();
        for (Path file : files(folder)) {
            DiskReadCollector reader = new DiskReadCollector(file.toString(), result -> observed.merge(result.getName(),
                    of(result), Observed::with));
            try {
                reader.dump();
            } catch (ClassNotFoundException e) {
                throw new IOException(file + " is not of this version of jcstress", e);
            } finally {
                reader.close();
            }
        }
        return List.copyOf(observed.values());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bin.gz")).toList();
        }
    }

    private static Observed of(TestResult result) {
        Map<String, Long> forbidden = new TreeMap<>();
        for (GradingResult grade : result.grading().gradingResults.values()) {
            if (grade.expect != Expect.ACCEPTABLE && grade.count > 0) {
                forbidden.put(grade.id, grade.count);
            }
        }
        List<String> errors = new ArrayList<>();
        if (result.status() != Status.NORMAL) {
            errors.add(result.status() + " " + result.getMessages() + result.getVmErr());
        }
        return new Observed(result.getName().substring(result.getName().lastIndexOf('.') + 1), result.getTotalCount(),
                forbidden, errors);
    }

    private Observed with(Observed other) {
        Map<String, Long> all = new TreeMap<>(forbidden);
        other.forbidden.forEach((state, count) -> all.merge(state, count, Long::sum));
        return new Observed(test, samples + other.samples, all, Stream.concat(errors.stream(), other.errors.stream())
                .toList());
    }

    boolean showsNothingForbidden() {
        return forbidden.isEmpty();
    }

    boolean wasTested() {
        return samples > 0 && errors.isEmpty();
    }
}
