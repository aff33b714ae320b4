package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.HdrHistogram.Histogram;

/**
 * Steps the arrival rate up against a trivial server, the server pinned to core 0 and the injector to core 1, and prints for the steady
 * seconds of each step what was sent and how late. A rate holds where 99.9 % were sent and the lateness is 5 ms at most at p99.
 *
 * <p>{@code java -cp 'scenarios/target/test-classes:scenarios/target/classes:scenarios/target/lib/*'
 * avalanche.scenarios.traffic.InjectorBenchmark 1000 5000 10000 20000}
 */
public final class InjectorBenchmark {
    private static final int RAMP_SECONDS = 10;
    private static final int STEADY_SECONDS = 15;
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
        } finally {
            server.destroyForcibly();
        }
    }

    private static void step(URI uri, double rate) throws IOException {
        TrafficPlan plan = Plans.with(Plans.of(42, Plans.ramp("ramp", RAMP_SECONDS, Kind.READ, 10, rate),
                Plans.steady("steady", STEADY_SECONDS, Kind.READ, rate)), Duration.ofSeconds(5), Connections.SHARED,
                2000);
        Process injector = new ProcessBuilder(java("1", Injector.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = injector.getOutputStream()) {
            in.write(new InjectorPlan(uri, null, plan).toJson().getBytes(UTF_8));
        }
        long planned = 0;
        long sent = 0;
        Histogram lateness = new Histogram(Tally.LEAST_NANOS, Tally.MOST_NANOS, Tally.DIGITS);
        Histogram response = lateness.copy();
        for (String line : injector.inputReader(UTF_8).lines().toList()) {
            if (InjectorLine.parse(line) instanceof InjectorLine.Measured(var interval)
                    && interval.second() >= RAMP_SECONDS) {
                for (var kind : interval.kinds().values()) {
                    planned += kind.counts().planned();
                    sent += kind.counts().sent();
                    response.add(kind.response());
                }
                lateness.add(interval.lateness());
            }
        }
        double p99 = millis(lateness, 99);
        System.out.println(String.format(Locale.ROOT, "%6.0f %9d %8d  %8.2f / %6.2f / %7.2f  %16.2f  %s", rate, planned,
                sent, millis(lateness, 50), p99, millis(lateness, 100), millis(response, 99),
                sent >= SENT_SHARE * planned && p99 <= LATENESS_MILLIS ? "yes" : "no"));
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    private static List<String> java(String core, String main) {
        return new ArrayList<>(List.of("taskset", "-c", core,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), main));
    }
}
