package avalanche.chaos.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a roll-out changes of the service.
 *
 * @param image the image to run, null for the present one
 * @param settings the service's settings to set, such as {@code victim.map.strategy}; the others stay
 */
public record Revision(@Nullable String image, Map<String, String> settings) {
    public Revision {
        settings = Map.copyOf(settings);
        if (image == null && settings.isEmpty()) {
            throw new IllegalArgumentException("image is absent and settings is empty; allowed: one of them at least");
        }
    }
}
