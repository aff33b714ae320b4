package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Steps the arrival rate up against a trivial server, the server pinned to core 0 and the injector to core 1, and prints of each step
 * what was sent, and how late in its steady seconds. A rate holds where 99.9 % were sent and the lateness is 5 ms at most at p99.
 *
 * <p>Then it saturates the same server with 50 users: the injector with its recorder, Gatling alone, and {@code wrk} where it is on the
 * {@code PATH}.
 *
 * <p>{@code java -cp 'scenarios/target/test-classes:scenarios/target/classes:scenarios/target/lib/*'
 * avalanche.scenarios.traffic.InjectorBenchmark 1000 5000 10000 20000}
 */
public final class InjectorBenchmark {
    private static final int RAMP_SECONDS = 10;
    private static final int STEADY_SECONDS = 15;
    private static final int SATURATING_USERS = 50;
    private static final double SATURATING_RATE = 100_000;
    private static final double SENT_SHARE = 0.999;
    private static final double LATENESS_MILLIS = 5;

    private InjectorBenchmark() {}

    /** Runs one step per argument, each a rate in arrivals a second. */
    public static void main(String[] rates) throws IOException {
        Process server = new ProcessBuilder(java("0", TrivialServer.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = server.inputReader(UTF_8)) {
            URI uri = URI.create(said.readLine());
            System.out.println("rate/s   planned     sent  lateness p50 / p99 / max, ms  response p99, ms  holds");
            for (String rate : rates) {
                step(uri, Double.parseDouble(rate));
            }
            saturate(uri);
        } finally {
            server.destroyForcibly();
        }
    }

    private static void step(URI uri, double rate) throws IOException {
        Steady steady = run(uri, rate, 2000);
        double p99 = millis(steady.lateness(), 99);
        System.out.println(String.format(Locale.ROOT, "%6.0f %9d %8d  %8.2f / %6.2f / %7.2f  %16.2f  %s", rate,
                steady.planned(), steady.sent(), millis(steady.lateness(), 50), p99, millis(steady.lateness(), 100),
                millis(steady.response(), 99),
                steady.sent() >= SENT_SHARE * steady.planned() && p99 <= LATENESS_MILLIS ? "yes" : "no"));
    }

    /** What the injector sent in all, and its times in the steady seconds. */
    private record Steady(long planned, long sent, Histogram lateness, Histogram response) {
        double endedPerSecond() {
            return response.getTotalCount() / (double) STEADY_SECONDS;
        }
    }

    private static Steady run(URI uri, double rate, int users) throws IOException {
        TrafficPlan plan = Plans.with(Plans.of(42, Plans.ramp("ramp", RAMP_SECONDS, Kind.READ, 10, rate),
                Plans.steady("steady", STEADY_SECONDS, Kind.READ, rate)), Duration.ofSeconds(5), Connections.SHARED,
                users);
        Process injector = new ProcessBuilder(java("1", Injector.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = injector.getOutputStream()) {
            in.write(new InjectorPlan(uri, null, plan).toJson().getBytes(UTF_8));
        }
        long planned = 0;
        long sent = 0;
        Histogram lateness = new Histogram(Tally.LEAST_NANOS, Tally.MOST_NANOS, Tally.DIGITS);
        Histogram response = lateness.copy();
        try (BufferedReader lines = injector.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (InjectorLine.parse(line)) {
                    case InjectorLine.Ready _ -> {
                    }
                    case InjectorLine.Measured(Interval interval) when isSteady(interval) -> {
                        interval.kinds().values().forEach(kind -> response.add(kind.response()));
                        lateness.add(interval.lateness());
                    }
                    case InjectorLine.Measured _ -> {
                    }
                    case InjectorLine.End end -> {
                        planned = end.planned();
                        sent = end.sent();
                    }
                }
            }
        } finally {
            injector.destroyForcibly();
        }
        return new Steady(planned, sent, lateness, response);
    }

    private static boolean isSteady(Interval interval) {
        return interval.second() >= RAMP_SECONDS && interval.second() < RAMP_SECONDS + STEADY_SECONDS;
    }

    private static void saturate(URI uri) throws IOException {
        double recorded = run(uri, SATURATING_RATE, SATURATING_USERS).endedPerSecond();
        double plain = perSecond(java("1", PlainGatling.class.getName(), uri.toString(), Integer.toString(
                SATURATING_USERS)), "requests/s: (.*)");
        double wrk = perSecond(List.of("taskset", "-c", "1", "wrk", "-t1", "-c" + SATURATING_USERS, "-d15s", uri
                .toString()), "Requests/sec: *(.*)");
        System.out.println(String.format(Locale.ROOT,
                "saturated, %d users: injector %.0f/s, plain Gatling %.0f/s (%.2f of it), wrk %.0f/s (%.2f of it)",
                SATURATING_USERS, recorded, plain, recorded / plain, wrk, recorded / wrk));
    }

    /** The figure that a program prints, NaN where the program is not there. */
    private static double perSecond(List<String> command, String pattern) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            Pattern figure = Pattern.compile(pattern);
            return lines.lines().map(figure::matcher).filter(Matcher::find).mapToDouble(found -> Double.parseDouble(
                    found.group(1))).findFirst().orElse(Double.NaN);
        } finally {
            process.destroyForcibly();
        }
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    private static List<String> java(String core, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", core,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), main));
        command.addAll(List.of(arguments));
        return command;
    }
}
