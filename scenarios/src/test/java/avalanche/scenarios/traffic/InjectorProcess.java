package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import avalanche.results.evidence.Interval;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real injector as a child process. */
final class InjectorProcess implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private InjectorProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What an injector wrote. */
    record Result(int exit, List<InjectorLine> lines, String err) {
        List<Interval> intervals() {
            List<Interval> intervals = new ArrayList<>();
            for (InjectorLine line : lines) {
                if (line instanceof InjectorLine.Measured(Interval interval)) {
                    intervals.add(interval);
                }
            }
            return intervals;
        }

        /** The intervals from a second on, added up. */
        Interval sumFrom(int second) {
            return intervals().stream().filter(interval -> interval.second() >= second)
                    .map(interval -> new Interval(0, interval.kinds(), interval.lateness()))
                    .reduce(Interval::plus).orElseThrow();
        }
    }

    static InjectorProcess start(Path directory, String plan, int shard, int shards) throws IOException {
        Path out = directory.resolve("out-" + shard + ".jsonl");
        Path err = directory.resolve("err-" + shard + ".txt");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        Path arguments = Files.writeString(directory.resolve("cp-" + shard), "-cp \"" + classPath + "\"\n");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED", "@" + arguments, Injector.class.getName(), "--shard",
                Integer.toString(shard), "--shards", Integer.toString(shards))
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(plan.getBytes(UTF_8));
        }
        return new InjectorProcess(process, out, err);
    }

    Result await() throws IOException, InterruptedException {
        boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        String log = Files.readString(err);
        if (!ended) {
            throw new IllegalStateException("the injector did not end within " + DEADLINE_SECONDS + " s: " + log);
        }
        List<InjectorLine> lines = Files.readAllLines(out).stream().map(InjectorLine::parse).toList();
        return new Result(process.exitValue(), lines, log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
