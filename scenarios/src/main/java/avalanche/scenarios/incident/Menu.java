package avalanche.scenarios.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What can be chosen of an incident file; the first of each is taken where nothing is chosen.
 *
 * @param variants name to what the file says about it, which may be empty; one or more, in the file's order
 * @param sizes likewise
 */
public record Menu(Map<String, String> variants, Map<String, String> sizes) {
    public Menu {
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }
}
