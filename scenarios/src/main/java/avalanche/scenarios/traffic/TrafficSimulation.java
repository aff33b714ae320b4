package avalanche.scenarios.traffic;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The Gatling scenario: a pool of virtual users, each of which waits for its next arrival, sends it and records how it ended. */
final class TrafficSimulation extends Simulation {
    private static final String USER = "user";

    private final InjectorPlan plan;
    private final LastOutcome lastOutcome;
    private final Consumer<Throwable> onBug;

    /**
     * @param newUser makes a virtual user as it enters
     * @param lastOutcome where the outcome of a user's request is found
     * @param onBug told of an exception in the scenario's own steps, which Gatling would log and forget
     */
    TrafficSimulation(InjectorPlan plan, Supplier<VirtualUser> newUser, LastOutcome lastOutcome,
            Consumer<Throwable> onBug) {
        this.plan = plan;
        this.lastOutcome = lastOutcome;
        this.onBug = onBug;
        TrafficPlan traffic = plan.traffic();
        List<Choice.WithKey> requests = Stream.of(Kind.values()).<Choice.WithKey>map(kind -> onCase(kind).then(exec(
                request(
                        kind)))).toList();
        ChainBuilder round = exec(pause(session -> user(session).untilDue()))
                .exec(step(VirtualUser::send))
                .doSwitch(session -> user(session).kind()).on(requests)
                .exec(step(user -> user.end(this.lastOutcome.take(user.name()))));
        setUp(scenario("traffic")
                .exec(session -> session.set(USER, made(newUser)))
                .asLongAs(session -> user(session).hasArrival()).on(round)
                .injectOpen(rampUsers(traffic.users()).during(entering(traffic))))
                .protocols(protocol());
    }

    /** How long the pool takes to enter: 20 000 users a second, so that their entering is over before they are needed. */
    static Duration entering(TrafficPlan plan) {
        return Duration.ofSeconds(Math.ceilDiv(plan.users(), 20_000));
    }

    private HttpProtocolBuilder protocol() {
        URI baseUri = plan.baseUri();
        HttpProtocolBuilder protocol = http.baseUrl(baseUri.toString())
                .disableWarmUp()
                .disableFollowRedirect()
                .disableAutoReferer()
                .disableAutoOrigin()
                .disableCaching()
                .disableUrlEncoding()
                .contentTypeHeader("application/json");
        protocol = switch (plan.traffic().connections()) {
            case SHARED -> protocol.shareConnections();
            case PER_REQUEST -> protocol.connectionHeader("close");
        };
        List<String> sources = SourceAddresses.towards(baseUri);
        return sources.isEmpty() ? protocol : protocol.localAddresses(sources);
    }

    private HttpRequestActionBuilder request(Kind kind) {
        TrafficPlan traffic = plan.traffic();
        Duration wait = kind == Kind.READ ? traffic.longPoll() : Duration.ZERO;
        String query = wait.isZero() ? "" : "?wait=" + wait.toMillis() + "ms";
        Function<Session, String> name = session -> user(session).name();
        Function<Session, String> order = session -> "/orders/" + user(session).id() + query;
        HttpRequestActionBuilder request = switch (kind) {
            case CREATE -> http(name).post("/orders")
                    .body(ByteArrayBody(session -> user(session).body()))
                    .check(header("Location").transformWithSession(TrafficSimulation::created).optional());
            case READ -> http(name).get(order);
            case UPDATE -> http(name).put(order).body(ByteArrayBody(session -> user(session).body()));
            case DELETE -> http(name).delete(order);
            case EXPORT -> http(name).get("/orders/export");
        };
        return request.requestTimeout(traffic.timeout());
    }

    private static String created(String location, Session session) {
        user(session).created(location);
        return location;
    }

    private VirtualUser made(Supplier<VirtualUser> newUser) {
        try {
            return newUser.get();
        } catch (RuntimeException | Error e) {
            onBug.accept(e);
            throw e;
        }
    }

    private static VirtualUser user(Session session) {
        return Objects.requireNonNull(session.<VirtualUser>get(USER));
    }

    private Function<Session, Session> step(Consumer<VirtualUser> does) {
        return session -> {
            try {
                does.accept(user(session));
            } catch (RuntimeException | Error e) {
                onBug.accept(e);
            }
            return session;
        };
    }
}
