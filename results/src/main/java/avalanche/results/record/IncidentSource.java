package avalanche.results.record;

import java.util.List;

/**
 * The incident file as it was read.
 *
 * @param path where it was read from
 * @param id the incident's id
 * @param title its title
 * @param story what happened, in prose
 * @param variant the variant that was run
 * @param size the size that was run
 * @param overrides {@code path=value} given on the command line, in order
 * @param sha256 hash of the file's bytes, hexadecimal
 * @param text the file's text
 */
public record IncidentSource(String path, String id, String title, String story, String variant, String size,
        List<String> overrides,
        String sha256, String text) {
    public IncidentSource {
        overrides = List.copyOf(overrides);
    }
}
