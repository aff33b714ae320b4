package avalanche.victim.bench;

import java.util.Locale;

/** Numbers as a reader takes them in: three digits and a unit. */
final class Figures {
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};
    private static final String[] BYTES = {"B", "kB", "MB", "GB"};
    private static final String[] COUNTS = {"", "k", "M", "G"};

    private Figures() {}

    static String time(double nanos) {
        return scaled(nanos, TIMES);
    }

    static String bytes(double bytes) {
        return scaled(bytes, BYTES);
    }

    static String rate(double count) {
        return scaled(count, COUNTS).strip();
    }

    static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "" : digits(ratio) + " ×";
    }

    /** A whole number with its thousands apart, as {@code 4 200}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String scaled(double value, String[] units) {
        int unit = 0;
        double left = value;
        while (left >= 999.5 && unit < units.length - 1) {
            left /= 1_000;
            unit++;
        }
        return digits(left) + " " + units[unit];
    }

    static String number(double value) {
        return digits(value);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        String pattern = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value).replace(',', ' ');
    }
}
