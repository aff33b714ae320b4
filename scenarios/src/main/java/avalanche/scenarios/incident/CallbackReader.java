package avalanche.scenarios.incident;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault.SlowCallback;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a callback costs: the keys {@code delay} and {@code mode}. */
final class CallbackReader {
    /** The parameters of each distribution; a delay that is a single value is {@code fixed}. */
    static final Map<String, List<String>> DISTRIBUTIONS = Map.of("fixed", List.of("value"), "uniform", List.of("min",
            "max"), "log-normal", List.of("median", "sigma"));

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final double WIDEST = 3;

    private CallbackReader() {}

    static @Nullable SlowCallback read(Section section) {
        SlowCallback.Mode mode = section.optional("mode", SlowCallback.Mode.PARK, Choice.of(SlowCallback.Mode.class));
        if (!section.has("delay")) {
            section.missing("delay", "a duration per entry, such as 120 us");
            return null;
        }
        Section distribution = section.section("delay");
        Delay delay = distribution == null
                ? section.optional("delay", text -> new Delay.Fixed(length(text)))
                : distribution(distribution);
        return delay == null ? null : new SlowCallback(delay, mode);
    }

    private static @Nullable Delay distribution(Section section) {
        List<String> known = DISTRIBUTIONS.keySet().stream().sorted().toList();
        String name = section.required("distribution", String.join(", ", known), Section.word(known));
        if (name == null) {
            return null;
        }
        List<String> parameters = DISTRIBUTIONS.getOrDefault(name, List.of());
        for (String key : section.mapping().entries().keySet()) {
            boolean elsewhere = DISTRIBUTIONS.values().stream().anyMatch(others -> others.contains(key));
            if (elsewhere && !parameters.contains(key)) {
                section.problems().add(section.placeOf(key), section.below(key), "does not belong to " + name,
                        parameters, null);
            }
        }
        return switch (name) {
            case "uniform" -> uniform(section);
            case "log-normal" -> logNormal(section);
            default -> fixed(section); // the word was checked above
        };
    }

    private static @Nullable Delay fixed(Section section) {
        Duration value = section.required("value", "a duration", CallbackReader::length);
        return value == null ? null : new Delay.Fixed(value);
    }

    private static @Nullable Delay uniform(Section section) {
        Duration min = section.required("min", "a duration", CallbackReader::length);
        Duration max = section.required("max", "a duration", CallbackReader::length);
        if (min == null || max == null) {
            return null;
        }
        if (min.compareTo(max) > 0) {
            section.problems().add(section.placeOf("min"), section.below("min"), "is " + Words.of(min),
                    "at most max, " + Words.of(max));
            return null;
        }
        return new Delay.Uniform(min, max);
    }

    private static @Nullable Delay logNormal(Section section) {
        Duration median = section.required("median", "a duration", CallbackReader::length);
        Double sigma = section.required("sigma", "0 to 3", text -> Quantity.decimal(text, 0, WIDEST));
        return median == null || sigma == null ? null : new Delay.LogNormal(median, sigma);
    }

    private static Duration length(String text) throws Unfit {
        return Quantity.duration(text, Duration.ZERO, LONGEST);
    }
}
