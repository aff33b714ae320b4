package avalanche.scenarios.incident;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes quantities for readers, in the units that incident files use. */
final class Words {
    private Words() {}

    /** A length of time in the largest unit that leaves it at 1 or more, three digits: {@code 9.6 ms}. */
    static String of(Duration duration) {
        return measured(duration.toNanos(), Quantity.TIME, "ns");
    }

    /** A size in the largest unit that leaves it at 1 or more, four digits: {@code 192 MiB}. */
    static String size(long bytes) {
        return measured(bytes, Quantity.SIZE, "B");
    }

    private static String measured(long amount, Map<String, Long> units, String least) {
        String unit = least;
        for (Map.Entry<String, Long> each : units.entrySet()) {
            if (amount >= each.getValue()) {
                unit = each.getKey();
            }
        }
        long factor = units.getOrDefault(unit, 1L);
        return number((double) amount / factor) + " " + unit;
    }

    /** A number with four digits and no idle zeros. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Items as prose: {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        List<String> head = new ArrayList<>(items);
        String last = head.removeLast();
        return String.join(", ", head) + " and " + last;
    }
}
