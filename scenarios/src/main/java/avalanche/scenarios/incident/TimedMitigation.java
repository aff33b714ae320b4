package avalanche.scenarios.incident;

import avalanche.chaos.mitigation.Mitigation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A mitigation and its time.
 *
 * @param id kebab-case name, unique in its file
 * @param title one line in the post-mortem's own terms
 * @param about what is expected of it, in prose; null where the file does not say
 * @param quote the post-mortem's sentence, null where it has none
 * @param mitigation what is ordered
 * @param fromPhase the phase that {@code after} counts from
 * @param after how long after that phase's start it is ordered; whole seconds, shorter than the phase
 */
public record TimedMitigation(String id, String title, @Nullable String about, @Nullable String quote,
        Mitigation mitigation, String fromPhase, Duration after) {}
