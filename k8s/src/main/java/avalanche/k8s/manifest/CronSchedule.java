package avalanche.k8s.manifest;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something happens, in the five fields of cron as the scheduler of a cluster reads them: a check that speaks
 * before the cluster does.
 */
final class CronSchedule {
    private static final Pattern ITEM = Pattern.compile("([*?]|\\w+)(?:-(\\w+))?(?:/(\\d{1,3}))?");
    private static final int LONGEST_FEBRUARY = 29;
    private static final List<Integer> SHORT_MONTHS = List.of(4, 6, 9, 11);

    /** @param names words for its values, from the least one on; may be none */
    private record Field(String title, int least, int most, List<String> names) {
        /** The number that a word stands for; -1 where it stands for none. */
        int number(String word) {
            int named = names.indexOf(word.toLowerCase(Locale.ROOT));
            int number = named >= 0 ? named + least : word.matches("\\d{1,2}") ? Integer.parseInt(word) : -1;
            return number >= least && number <= most ? number : -1;
        }

        String allowed() {
            return least + " to " + most + (names.isEmpty()
                    ? ""
                    : " or " + names.getFirst() + " to " + names.getLast())
                    + ", '*', and of these lists, ranges and steps, such as '1,3', '1-3' or '*/2'";
        }
    }

    private static final Field DAY_OF_MONTH = new Field("day of month", 1, 31, List.of());
    private static final Field MONTH = new Field("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun",
            "jul",
            "aug", "sep", "oct", "nov", "dec"));
    private static final List<Field> FIELDS = List.of(new Field("minute", 0, 59, List.of()), new Field("hour", 0, 23,
            List.of()), DAY_OF_MONTH, MONTH, new Field("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu",
                    "fri", "sat")));

    private CronSchedule() {}

    /**
     * Accepts a schedule or throws.
     *
     * @throws IllegalArgumentException naming the field that is wrong and what it may be
     */
    static void check(String schedule) {
        List<String> words = List.of(schedule.strip().split("\\s+", -1));
        if (words.size() != FIELDS.size()) {
            throw new IllegalArgumentException("schedule is '" + schedule
                    + "'; allowed: five fields (minute, hour, day of month, month, day of week), such as '0 3 * * *'");
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            var _ = values(schedule, FIELDS.get(i), words.get(i));
        }
        if (words.getLast().matches("[*?].*")) {
            requireADay(schedule, values(schedule, DAY_OF_MONTH, words.get(2)), values(schedule, MONTH,
                    words.get(3)));
        }
    }

    private static void requireADay(String schedule, SortedSet<Integer> days, SortedSet<Integer> months) {
        for (int month : months) {
            int longest = month == 2 ? LONGEST_FEBRUARY : SHORT_MONTHS.contains(month) ? 30 : 31;
            if (days.first() <= longest) {
                return;
            }
        }
        throw new IllegalArgumentException("schedule is '" + schedule
                + "', which never comes: none of its months has such a day; allowed: days that one of them has");
    }

    private static SortedSet<Integer> values(String schedule, Field field, String word) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String item : word.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item);
            if (!matcher.matches() || !add(values, field, matcher)) {
                throw new IllegalArgumentException("schedule is '" + schedule + "', whose " + field.title() + " is '"
                        + word + "'; allowed: " + field.allowed());
            }
        }
        return values;
    }

    /** False where the item is none. */
    private static boolean add(SortedSet<Integer> values, Field field, Matcher item) {
        String first = item.group(1);
        String last = item.group(2);
        int step = item.group(3) == null ? 1 : Integer.parseInt(item.group(3));
        boolean every = first.equals("*") || first.equals("?");
        int begin = every ? field.least() : field.number(first);
        int end = last != null ? field.number(last) : every || item.group(3) != null ? field.most() : begin;
        if (begin < 0 || end < begin || step < 1 || (every && last != null)) {
            return false;
        }
        for (int value = begin; value <= end; value += step) {
            values.add(value);
        }
        return true;
    }
}
