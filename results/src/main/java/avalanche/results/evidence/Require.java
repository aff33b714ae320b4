package avalanche.results.evidence;

/** Checks shared by the evidence records; each failure names the field, its value and what is allowed. */
final class Require {
    private Require() {}

    static long atLeastZero(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is " + value + "; allowed: zero or more");
        }
        return value;
    }

    static double atLeastZero(String field, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(field + " is " + value + "; allowed: zero or more");
        }
        return value;
    }

    static String notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank; allowed: any text");
        }
        return value;
    }
}
