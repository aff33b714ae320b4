package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the pool that drains the schedule: takes an arrival, sends it at its instant, waits for its end, takes the next. Used by one event
 * loop only.
 *
 * <p>A request that is sent again keeps its intended instant: its response time runs from there to the end of the last attempt, its service
 * time from the last send.
 */
final class VirtualUser {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final Departures departures;
    private final Ledger ledger;
    private final KnownIds ids;
    private final Bodies bodies;
    private final @Nullable Retry retry;
    private final LongSupplier nanosSinceStart;

    private @Nullable Arrival arrival;
    private @Nullable String location;
    private String id = KnownIds.NOBODY;
    private long dueNanos;
    private long sentNanos;
    private int attempt;

    /** @param name unique in its injector */
    VirtualUser(String name, Departures departures, Ledger ledger, KnownIds ids, Bodies bodies, @Nullable Retry retry,
            LongSupplier nanosSinceStart) {
        this.name = name;
        this.departures = departures;
        this.ledger = ledger;
        this.ids = ids;
        this.bodies = bodies;
        this.retry = retry;
        this.nanosSinceStart = nanosSinceStart;
        takeNext();
    }

    /** What tells it from the others. */
    String name() {
        return name;
    }

    boolean hasArrival() {
        return arrival != null;
    }

    /** Time to wait, rounded up to Gatling's whole milliseconds: it would round down, and send up to a millisecond too early. */
    Duration untilDue() {
        long wait = Math.max(0, dueNanos - nanosSinceStart.getAsLong());
        return Duration.ofMillis(Math.ceilDiv(wait, NANOS_PER_MILLI));
    }

    Kind kind() {
        return current().kind();
    }

    String id() {
        return id;
    }

    byte[] body() {
        return bodies.of(current());
    }

    /** Notes where the service put a created order: the last segment is its id. */
    void created(String uri) {
        location = uri;
    }

    /** Called right before the request is sent. */
    void send() {
        Arrival now = current();
        if (attempt == 0) {
            id = switch (now.kind()) {
                case CREATE, EXPORT -> KnownIds.NOBODY;
                case READ, UPDATE -> ids.pickRecent();
                case DELETE -> ids.takeOldest();
            };
        }
        location = null;
        sentNanos = nanosSinceStart.getAsLong();
        if (attempt == 0) {
            ledger.sent(now, sentNanos - now.intendedNanos());
        } else {
            ledger.sentAgain();
        }
    }

    /** Called right after the request has ended. */
    void end(RequestOutcome outcome) {
        long now = nanosSinceStart.getAsLong();
        Arrival ended = current();
        if (retry != null && attempt < retry.attempts() && outcome.retriable()) {
            attempt++;
            dueNanos = now + retry.backOff().toNanos();
            return;
        }
        ledger.ended(ended.kind(), outcome, now - ended.intendedNanos(), now - sentNanos);
        if (location != null) {
            ids.add(location.substring(location.lastIndexOf('/') + 1));
        }
        takeNext();
    }

    private void takeNext() {
        arrival = departures.next();
        attempt = 0;
        if (arrival != null) {
            dueNanos = arrival.intendedNanos();
        }
    }

    private Arrival current() {
        if (arrival == null) {
            throw new IllegalStateException("this user has no arrival left to work on");
        }
        return arrival;
    }
}
