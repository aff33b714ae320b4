package avalanche.scenarios.traffic;

import avalanche.results.evidence.Interval;
import java.time.Instant;

/** One line of an injector's standard output. */
public sealed interface InjectorLine {
    /**
     * The first line.
     *
     * @param injector name and version
     * @param planned arrivals of this shard
     * @param startAt second 0 of the schedule
     */
    record Ready(String injector, long planned, Instant startAt) implements InjectorLine {}

    /**
     * One second.
     *
     * @param interval what was done in it
     */
    record Measured(Interval interval) implements InjectorLine {}

    /**
     * The last line.
     *
     * @param planned arrivals of this shard
     * @param sent arrivals that were sent
     * @param attempts requests that were sent for them, those sent again by the retry policy included
     * @param seconds number of interval lines
     */
    record End(long planned, long sent, long attempts, int seconds) implements InjectorLine {}

    /** The line as JSON, without a line break. */
    default String toJson() {
        return LineWriter.write(this);
    }

    /**
     * Reads a line strictly.
     *
     * @throws IllegalArgumentException where it is not one of the protocol's lines, naming what is wrong
     */
    static InjectorLine parse(String line) {
        return LineReader.read(line);
    }
}
