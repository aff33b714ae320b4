package avalanche.chaos.fault;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.fault.Fault.SlowCallback;
import avalanche.chaos.target.Management;
import avalanche.results.evidence.Receipt;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was applied, and what the service showed of it. The service counts from zero in each of its lives: what
 * was last seen of a life is kept and added up. Safe for use by several threads.
 */
public final class AppliedFault {
    /** How far the observed delay may be from the configured mean, as a share of it. */
    public static final double TOLERANCE = 0.15;
    /** How far it may be whatever is configured, in microseconds: below it, the walk's own work outweighs the delay. */
    public static final double SLACK_MICROS = 5;

    private static final String PATH = "/fault/callback";

    private final Management management;
    private final SlowCallback fault;
    private final double fromSecond;
    private Observation earlierLives = Observation.NONE;
    private Observation thisLife = Observation.NONE;

    AppliedFault(Management management, SlowCallback fault, double fromSecond) {
        this.management = management;
        this.fault = fault;
        this.fromSecond = fromSecond;
    }

    /**
     * Sets it again: a service that was started anew knows nothing of it.
     *
     * @throws IOException if the service does not answer, or refuses
     * @throws ContractException if it answers something else than its contract says, or that nothing is configured
     */
    public void reapply() throws IOException {
        String answer = management.put(PATH, FaultDocument.encode(fault));
        Observation observed = FaultDocument.decode(answer);
        if (observed == null) {
            throw new ContractException("PUT " + PATH + " was answered with configured null; allowed: the delay that"
                    + " was set: " + FaultDocument.encode(fault));
        }
        remember(observed);
    }

    /**
     * Reads what the service measured so far, so that it is known if the service dies; to be called about once a
     * second.
     *
     * @return whether the service answered and still has the fault
     * @throws ContractException if it answers something else than its contract says
     */
    public boolean observe() {
        Observation observed;
        try {
            observed = FaultDocument.decode(management.get(PATH));
        } catch (IOException _) {
            // A drowning or dead service: what was seen before stays what is known.
            return false;
        }
        if (observed == null) {
            return false;
        }
        remember(observed);
        return true;
    }

    private synchronized void remember(Observation observed) {
        if (observed.count() < thisLife.count()) {
            earlierLives = earlierLives.plus(thisLife);
        }
        thisLife = observed;
    }

    /**
     * Reads a last time and judges.
     *
     * @param toSecond when the fault was taken back, null where it stayed until the end
     * @throws ContractException if the service answers something else than its contract says
     */
    public Receipt receipt(@Nullable Double toSecond) {
        boolean answered = observe();
        Observation observed;
        synchronized (this) {
            observed = earlierLives.plus(thisLife);
        }
        return new Receipt(fault.type(), fromSecond, toSecond, configured(), describe(observed, answered),
                landed(fault.delay(), observed));
    }

    /** Whether no entry was delayed so far, so that nothing can be told of it. */
    public synchronized boolean isIdle() {
        return earlierLives.plus(thisLife).count() == 0;
    }

    /**
     * Whether entries were delayed as configured: the observed mean or median lies within {@link #TOLERANCE} of the configured mean, or within
     * {@link #SLACK_MICROS} of it. Collections and a busy processor hold a few entries up for long and move the mean; the median of a skewed
     * delay is not its mean. Of delays that are parked together the median is that of the walks' means, which a busy processor moves least.
     */
    static boolean landed(Delay configured, Observation observed) {
        double wanted = FaultDocument.micros(configured.mean());
        double allowed = Math.max(TOLERANCE * wanted, SLACK_MICROS);
        return observed.count() > 0 && (Math.abs(observed.meanMicros() - wanted) <= allowed
                || Math.abs(observed.medianMicros() - wanted) <= allowed);
    }

    private String configured() {
        String mode = fault.mode().name().toLowerCase(Locale.ROOT);
        String delay = switch (fault.delay()) {
            case Delay.Fixed(var value) -> String.format(Locale.ROOT, "%.1f µs per entry, fixed", FaultDocument.micros(
                    value));
            case Delay.Uniform(var min, var max) -> String.format(Locale.ROOT,
                    "%.1f to %.1f µs per entry, uniform, mean %.1f µs",
                    FaultDocument.micros(min), FaultDocument.micros(max), FaultDocument.micros(fault.delay().mean()));
            case Delay.LogNormal(var median, var sigma) -> String.format(Locale.ROOT,
                    "median %.1f µs per entry, log-normal, sigma %.2f, mean %.1f µs", FaultDocument.micros(median),
                    sigma, FaultDocument.micros(fault.delay().mean()));
        };
        return delay + ", " + mode;
    }

    private static String describe(Observation observed, boolean answered) {
        String last = answered ? "" : "; as last read, the service does not answer any more";
        if (observed.count() == 0) {
            return "no entry was delayed" + last;
        }
        return String.format(Locale.ROOT,
                "median %.1f µs, mean %.1f µs over %d entries, longest %.1f µs; tolerance %.0f %% or %.0f µs",
                observed.medianMicros(), observed.meanMicros(), observed.count(), observed.maxMicros(), 100 * TOLERANCE,
                SLACK_MICROS) + last;
    }
}
