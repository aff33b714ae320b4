package avalanche.chaos.target;

import java.time.Instant;

/**
 * A stretch in which a platform told nothing of the service, in wall-clock time.
 *
 * @param from when it was found silent
 * @param until when it answered again
 * @param what what could not be seen, and why
 */
public record Blackout(Instant from, Instant until, String what) {}
