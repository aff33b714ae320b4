package avalanche.scenarios.incident;

import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bounds such as {@code > 120 ms}, {@code >= 9}, {@code 8 ms .. 15 ms} and {@code < 5 %}; both ends of a range are inclusive. */
final class Bounds {
    private static final Pattern ONE_END = Pattern.compile("(>=|<=|>|<)\\s*(.+)");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");
    private static final double NANOS_PER_MILLI = 1e6;

    private Bounds() {}

    /** The bound, in the metric's unit; growth is a plain number whatever the metric's unit. */
    static Bound read(String text, Metric metric, Statistic statistic) throws Unfit {
        Metric.Unit unit = statistic == Statistic.GROWTH ? Metric.Unit.COUNT : metric.unit();
        String stripped = text.strip();
        Matcher one = ONE_END.matcher(stripped);
        if (one.matches()) {
            double end = number(one.group(2), unit);
            return switch (one.group(1)) {
                case ">" -> new Bound(end, null, null, null);
                case ">=" -> new Bound(null, end, null, null);
                case "<" -> new Bound(null, null, end, null);
                default -> new Bound(null, null, null, end); // the pattern leaves only <=
            };
        }
        Matcher range = RANGE.matcher(stripped);
        if (range.matches()) {
            double least = number(range.group(1), unit);
            double most = number(range.group(2), unit);
            if (least > most) {
                throw new Unfit("'" + text + "' is empty: its ends are the wrong way round", forms(unit));
            }
            return new Bound(null, least, null, most);
        }
        throw new Unfit("'" + text + "' is not a bound", forms(unit));
    }

    private static double number(String text, Metric.Unit unit) throws Unfit {
        return switch (unit) {
            case MILLISECONDS -> Quantity.measured(text, Quantity.TIME, "a duration", forms(unit)).doubleValue()
                    / NANOS_PER_MILLI;
            case PERCENT -> plain(text, "\\s*%", unit);
            case COUNT -> plain(text, "", unit);
        };
    }

    private static double plain(String text, String suffix, Metric.Unit unit) throws Unfit {
        Matcher matcher = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)" + suffix).matcher(text.strip());
        if (!matcher.matches()) {
            String what = unit == Metric.Unit.PERCENT ? "a share in percent" : "a plain number";
            throw new Unfit("'" + text.strip() + "' is not " + what, forms(unit));
        }
        double value = new BigDecimal(matcher.group(1)).doubleValue();
        if (unit == Metric.Unit.PERCENT && value > 100) {
            throw new Unfit("'" + text.strip() + "' is out of range", "0 % to 100 %");
        }
        return value;
    }

    private static String[] forms(Metric.Unit unit) {
        return Map.of(Metric.Unit.MILLISECONDS, new String[]{"\"> 120 ms\"", "\"<= 5 s\"", "8 ms .. 15 ms"},
                Metric.Unit.PERCENT, new String[]{"\"> 95 %\"", "\"<= 5 %\"", "10 % .. 20 %"},
                Metric.Unit.COUNT, new String[]{"\">= 9\"", "\"< 3\"", "780 .. 820"}).getOrDefault(unit, new String[0]);
    }
}
