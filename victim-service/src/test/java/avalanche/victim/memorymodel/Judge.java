package avalanche.victim.memorymodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was seen against what must be: nothing forbidden of any map, and that of the broken one. */
final class Judge {
    private static final int TESTS = 8;

    private Judge() {}

    /** A line for each that is not as it must be. */
    static List<String> wrong(Map<String, List<Observed>> seen) {
        List<String> wrong = new ArrayList<>();
        seen.forEach((map, observed) -> {
            if (observed.size() != TESTS) {
                wrong.add(map + ": " + observed.size() + " tests ran, of " + TESTS);
            }
            observed.stream().filter(test -> !test.wasTested()).forEach(test -> wrong.add(
                    map + ": " + test.test() + " did not run: " + test.errors()));
            if (!map.equals(Maps.BROKEN.id())) {
                observed.stream().filter(test -> !test.showsNothingForbidden()).forEach(test -> wrong.add(
                        map + ": " + test.test() + " saw what must not be: " + test.forbidden()));
            }
        });
        if (seen.getOrDefault(Maps.BROKEN.id(), List.of()).stream().allMatch(Observed::showsNothingForbidden)) {
            wrong.add(Maps.BROKEN.id() + " is broken on purpose and was not caught: this run proves nothing");
        }
        return wrong;
    }
}
