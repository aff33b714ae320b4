package avalanche.scenarios.incident;

import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, as incident files write them. A unit is never optional. */
final class Quantity {
    /** Units of time, in nanoseconds. */
    static final Map<String, Long> TIME = units(List.of("ns", "us", "ms", "s", "min", "h"),
            List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L));
    /** Units of size, in bytes. */
    static final Map<String, Long> SIZE = units(List.of("B", "KiB", "MiB", "GiB"),
            List.of(1L, 1L << 10, 1L << 20, 1L << 30));

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*(\\S*)");
    private static final Pattern RATE = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,6})?)\\s*/\\s*s");
    private static final double MOST_PER_SECOND = 1e6;

    private Quantity() {}

    /** A length of time such as {@code 120 ms}, {@code 0.5 s}, {@code 2 min}. */
    static Duration duration(String text) throws Unfit {
        return Duration.ofNanos(measured(text, TIME, "a duration", "120 us", "5 s").longValueExact());
    }

    /** A length of time within two ends, both inclusive. */
    static Duration duration(String text, Duration least, Duration most) throws Unfit {
        Duration duration = duration(text);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new Unfit("'" + text + "' is out of range", Words.of(least) + " to " + Words.of(most));
        }
        return duration;
    }

    /** A number of bytes such as {@code 2 KiB}, {@code 192 MiB}. */
    static long size(String text, long least, long most) throws Unfit {
        long size = measured(text, SIZE, "a size", "2 KiB", "192 MiB").longValueExact();
        if (size < least || size > most) {
            throw new Unfit("'" + text + "' is out of range", Words.size(least) + " to " + Words.size(most));
        }
        return size;
    }

    /** Arrivals per second: {@code 200/s}, or {@code 50/s -> 340/s} for a linear change over the phase. */
    static Rate rate(String text) throws Unfit {
        int arrow = text.indexOf("->");
        double from = perSecond(text, arrow < 0 ? text : text.substring(0, arrow));
        return new Rate(from, arrow < 0 ? from : perSecond(text, text.substring(arrow + 2)));
    }

    private static double perSecond(String whole, String part) throws Unfit {
        Matcher matcher = RATE.matcher(part.strip());
        if (!matcher.matches()) {
            throw new Unfit("'" + whole + "' is not a rate", "200/s", "50/s -> 340/s");
        }
        double rate = Double.parseDouble(matcher.group(1));
        if (rate > MOST_PER_SECOND) {
            throw new Unfit("'" + whole + "' is out of range", "0/s to 1000000/s");
        }
        return rate;
    }

    /** A number with a unit, in the table's base unit, rounded to a whole number. */
    static BigDecimal measured(String text, Map<String, Long> units, String what, String... examples) throws Unfit {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Unfit("'" + text + "' is not " + what, examples);
        }
        String unit = matcher.group(2);
        if (unit.isEmpty()) {
            throw new Unfit("'" + text + "' has no unit", units.keySet().toArray(String[]::new));
        }
        Long factor = units.get(unit);
        if (factor == null) {
            throw new Unfit("'" + text + "' has the unknown unit '" + unit + "'", units.keySet().toArray(
                    String[]::new));
        }
        BigDecimal value = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_UP);
        if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new Unfit("'" + text + "' is out of range", examples);
        }
        return value;
    }

    /** A whole number within two ends, both inclusive. */
    static long whole(String text, long least, long most) throws Unfit {
        String allowed = least + " to " + most;
        if (!text.matches("-?[0-9]{1,19}")) {
            throw new Unfit("'" + text + "' is not a whole number", allowed);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Unfit("'" + text + "' is out of range", allowed);
        }
        return value.longValueExact();
    }

    /** A number within two ends, both inclusive. */
    static double decimal(String text, double least, double most) throws Unfit {
        String allowed = least + " to " + most;
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new Unfit("'" + text + "' is not a number", allowed);
        }
        double value = Double.parseDouble(text);
        if (value < least || value > most) {
            throw new Unfit("'" + text + "' is out of range", allowed);
        }
        return value;
    }

    private static Map<String, Long> units(List<String> names, List<Long> factors) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (int index = 0; index < names.size(); index++) {
            units.put(names.get(index), factors.get(index));
        }
        return java.util.Collections.unmodifiableMap(units);
    }
}
