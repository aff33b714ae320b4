package avalanche.scenarios.traffic;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Gatling alone: a fixed number of users that send one request after the other, without schedule and recorder. */
final class PlainGatling {
    private static final int RAMP_SECONDS = 10;
    private static final int STEADY_SECONDS = 15;

    private PlainGatling() {}

    /** Prints the requests a second of the steady seconds. Arguments: base URI, users. */
    public static void main(String[] arguments) {
        java.io.PrintStream out = System.out;
        System.setOut(System.err);
        LongAdder steady = new LongAdder();
        GatlingRun.run(() -> new Closed(arguments[0], Integer.parseInt(arguments[1]), steady), new LastOutcome());
        out.println("requests/s: " + steady.sum() / STEADY_SECONDS);
        out.flush();
        System.exit(0);
    }

    private static final class Closed extends Simulation {
        Closed(String baseUri, int users, LongAdder steady) {
            long from = System.nanoTime() + Duration.ofSeconds(RAMP_SECONDS).toNanos();
            long to = from + Duration.ofSeconds(STEADY_SECONDS).toNanos();
            setUp(scenario("closed")
                    .during(Duration.ofSeconds(RAMP_SECONDS + STEADY_SECONDS)).on(
                            exec(http("read").get("/orders/7")).exec(session -> {
                                long now = System.nanoTime();
                                if (now >= from && now < to) {
                                    steady.increment();
                                }
                                return session;
                            }))
                    .injectOpen(atOnceUsers(users)))
                    .protocols(http.baseUrl(baseUri).shareConnections().disableWarmUp().disableCaching());
        }
    }
}
