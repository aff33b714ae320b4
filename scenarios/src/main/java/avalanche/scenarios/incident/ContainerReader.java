package avalanche.scenarios.incident;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.Liveness;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code container}: what the service gets on the platforms that run it in one. */
final class ContainerReader {
    private static final long LEAST_MEMORY = 64L << 20;
    private static final long LEAST_HEAP = 16L << 20;
    private static final long MOST = 1024L << 30;
    private static final double LEAST_CPUS = 0.1;
    private static final double MOST_CPUS = 1024;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int FAILURES = 3;
    private static final long MOST_FAILURES = 1000;

    private ContainerReader() {}

    /** @param victimHeap limit of the heap outside of containers, which the defaults follow; valid */
    static Container read(Section victim, long victimHeap) {
        Container around = Container.around(victimHeap);
        Section section = victim.section("container");
        if (section == null) {
            return around;
        }
        long memory = section.optional("memory", around.memoryBytes(), text -> Quantity.size(text, LEAST_MEMORY, MOST));
        double cpus = section.optional("cpus", around.cpus(), ContainerReader::cpus);
        long heap = section.optional("heap", 2 * memory, text -> Quantity.size(text, LEAST_HEAP, MOST));
        return new Container(memory, cpus, heap, liveness(section));
    }

    private static @Nullable Liveness liveness(Section container) {
        Section section = container.section("liveness");
        if (section == null) {
            return null;
        }
        Duration period = section.optional("period", PERIOD, ContainerReader::seconds);
        Duration timeout = section.optional("timeout", TIMEOUT, ContainerReader::seconds);
        long failures = section.optional("failures", (long) FAILURES, text -> Quantity.whole(text, 1, MOST_FAILURES));
        return new Liveness(period, timeout, Math.toIntExact(failures));
    }

    private static Duration seconds(String text) throws Unfit {
        Duration duration = Quantity.duration(text, SECOND, LONGEST);
        if (duration.toNanosPart() != 0) {
            throw new Unfit("'" + text + "' is not a whole number of seconds", "1 s", "10 s");
        }
        return duration;
    }

    private static double cpus(String text) throws Unfit {
        String allowed = "a number of processors from 0.1 to 1024, such as 1 or 0.5";
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            throw new Unfit("'" + text + "' is not a number of processors", allowed);
        }
        double cpus = Double.parseDouble(text);
        if (cpus < LEAST_CPUS || cpus > MOST_CPUS) {
            throw new Unfit("'" + text + "' is out of range", allowed);
        }
        return cpus;
    }
}
