package avalanche.scenarios.incident;

import avalanche.scenarios.traffic.TrafficPlan;
import avalanche.scenarios.traffic.TrafficPlan.Connections;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import avalanche.scenarios.traffic.TrafficPlan.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code traffic}. */
final class TrafficReader {
    static final Duration TIMEOUT = Duration.ofSeconds(5);
    static final long PAYLOAD = 2 << 10;
    static final Duration BACK_OFF = Duration.ofMillis(200);

    private static final Duration LONGEST_PHASE = Duration.ofHours(24);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
    /** What the service answers a long poll after at the latest. */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
    private static final long MOST_PAYLOAD = 1 << 20;
    private static final long MOST_USERS = 1_000_000;
    private static final long MOST_ATTEMPTS = 100;

    private TrafficReader() {}

    static @Nullable TrafficPlan read(Section section, List<Phase> phases) {
        Long seed = section.required("seed", "a whole number", text -> Quantity.whole(text, Long.MIN_VALUE,
                Long.MAX_VALUE));
        Duration timeout = section.optional("timeout", TIMEOUT, text -> Quantity.duration(text, Duration.ofMillis(1),
                LONGEST_TIMEOUT));
        long payload = section.optional("payload", PAYLOAD, text -> Quantity.size(text, 0, MOST_PAYLOAD));
        Duration poll = section.optional("long-poll", Duration.ZERO, text -> Quantity.duration(text, Duration.ZERO,
                LONGEST_POLL));
        Connections connections = section.optional("connections", Connections.SHARED, Choice.of(Connections.class));
        Long users = section.required("users", "a whole number", text -> Quantity.whole(text, 1, MOST_USERS));
        Section again = section.section("retry");
        Retry retry = again == null ? null : retry(again);
        if (poll.compareTo(timeout) >= 0) {
            section.problems().add(section.placeOf("long-poll"), section.below("long-poll"), "is " + Words.of(poll),
                    "less than timeout, " + Words.of(timeout));
        }
        return seed == null || users == null || phases.isEmpty()
                ? null
                : new TrafficPlan(seed, phases, timeout, (int) payload, poll, connections, retry, users.intValue());
    }

    private static @Nullable Retry retry(Section section) {
        Long attempts = section.required("attempts", "1 to " + MOST_ATTEMPTS, text -> Quantity.whole(text, 1,
                MOST_ATTEMPTS));
        Duration backOff = section.optional("back-off", BACK_OFF, text -> Quantity.duration(text, Duration.ZERO,
                LONGEST_TIMEOUT));
        return attempts == null ? null : new Retry(attempts.intValue(), backOff);
    }

    /** The phases; one whose duration cannot be read has the longest, so that what refers to it is read all the same. */
    static List<Phase> phases(Section traffic) {
        Section section = traffic.requiredSection("phases");
        if (section == null) {
            return List.of();
        }
        if (section.mapping().entries().isEmpty()) {
            section.problems().add(section.place(), section.path(), "has no phase", "one phase or more");
        }
        List<Phase> phases = new ArrayList<>();
        section.sections().forEach((name, inner) -> phases.add(phase(name, inner)));
        return phases;
    }

    private static Phase phase(String name, Section section) {
        Duration duration = section.required("duration", "whole seconds, such as 10 s", text -> {
            Duration length = Quantity.duration(text, Duration.ofSeconds(1), LONGEST_PHASE);
            if (length.toNanosPart() != 0) {
                throw new Unfit("'" + text + "' is not a whole number of seconds", "1 s", "90 s", "2 min");
            }
            return length;
        });
        Map<Kind, Rate> rates = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Rate rate = section.optional(kind.id(), Quantity::rate);
            if (rate != null) {
                rates.put(kind, rate);
            }
        }
        return new Phase(name, duration == null ? LONGEST_PHASE : duration, rates);
    }
}
