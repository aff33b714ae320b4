package avalanche.scenarios.incident;

import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.time.Duration;

/**
 * What a rehearsal is expected to need.
 *
 * @param run duration of one run, the control or the incident
 * @param victimBytes memory of the service
 * @param injectorBytes memory of the injector
 * @param harnessBytes memory of the command itself
 */
record Estimate(Duration run, long victimBytes, long injectorBytes, long harnessBytes) {
    /** Start of service and injector, side by side on two processors. */
    private static final Duration START = Duration.ofSeconds(6);
    /** What a service's process takes beside its heap: an idle one has 150 MB resident with 14 MB of heap in use. */
    private static final long BESIDE_HEAP = 136L << 20;
    /** An injector that keeps up has up to 310 MB resident. */
    private static final long INJECTOR = 310L << 20;
    /** What each further virtual user may need, where there are more than the thousand behind that figure. */
    private static final long PER_USER = 16L << 10;
    private static final int USERS_INCLUDED = 1000;
    private static final long HARNESS = 160L << 20;

    static Estimate of(Incident incident) {
        Duration traffic = incident.traffic().phases().stream().map(Phase::duration).reduce(Duration.ZERO,
                Duration::plus);
        int more = Math.max(0, incident.traffic().users() - USERS_INCLUDED);
        return new Estimate(START.plus(traffic).plus(incident.traffic().timeout()), incident.victim().heapBytes()
                + BESIDE_HEAP, INJECTOR + more * PER_USER, HARNESS);
    }

    Duration both() {
        return run.multipliedBy(2);
    }

    long totalBytes() {
        return victimBytes + injectorBytes + harnessBytes;
    }
}
