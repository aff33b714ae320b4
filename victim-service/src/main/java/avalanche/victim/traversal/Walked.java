package avalanche.victim.traversal;

import org.jspecify.annotations.Nullable;

/**
 * What came of a walk.
 *
 * @param ending how it ended
 * @param checkpoint where another one can go on; null where it came to its end, or where its mode gives none
 */
public record Walked(Ending ending, @Nullable Checkpoint checkpoint) {}
