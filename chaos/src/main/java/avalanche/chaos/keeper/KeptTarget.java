package avalanche.chaos.keeper;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.disruption.LifeDisruptions;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.management.HttpManagement;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Management;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A service that is started again when it dies. One thread of its own looks after it from {@link #start} to
 * {@link #close}: asks whether it is ready, concludes how each life ended, and starts the next one after the back-off.
 */
public final class KeptTarget implements Target {
    /** How a life is started. */
    public interface Midwife {
        /**
         * Starts it.
         *
         * @param number from 1
         * @param backOff how long was waited before
         */
        Life start(int number, Duration backOff) throws IOException;
    }

    /**
     * Where the service is in all of its lives.
     *
     * @param base where requests go
     * @param management its management port, as it is reached from here
     * @param release what to undo after the last life
     */
    public record Address(URI base, URI management, Runnable release) {}

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(20);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final int DIAGNOSTIC_LINES = 20;

    private final Midwife midwife;
    private final Address address;
    private final HttpManagement management;
    private final Thread keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Life> lives = new ArrayList<>();
    private final LifeDisruptions disruptions = new LifeDisruptions(this::disruptables);
    private BackOff backOff;
    private boolean closing;
    private @Nullable String gaveUp;

    private KeptTarget(String runId, Midwife midwife, Address address, BackOff backOff) {
        this.midwife = midwife;
        this.address = address;
        this.backOff = backOff;
        this.management = new HttpManagement(address.management());
        this.keeper = Thread.ofPlatform().daemon().name("keeper-" + runId).unstarted(this::keep);
    }

    /**
     * Starts the first life and the thread that looks after it.
     *
     * @throws IOException if the first life cannot be started; the address is released then
     */
    public static KeptTarget start(String runId, Midwife midwife, Address address, BackOff backOff) throws IOException {
        KeptTarget target = new KeptTarget(runId, midwife, address, backOff);
        try {
            target.begin(Duration.ZERO);
        } catch (IOException | RuntimeException e) {
            target.management.close();
            address.release().run();
            throw e;
        }
        target.keeper.start();
        return target;
    }

    private void begin(Duration waited) throws IOException {
        // Not under the lock: a start takes a second where it is a container's, and readers must not wait for it.
        Life life = midwife.start(number(), waited);
        lock.lock();
        try {
            lives.add(life);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        life.atEnd(this::signal);
    }

    /** Of the next life; only the keeper adds any. */
    private int number() {
        lock.lock();
        try {
            return lives.size() + 1;
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Life current() {
        lock.lock();
        try {
            return lives.getLast();
        } finally {
            lock.unlock();
        }
    }

    private List<Disruptable> disruptables() {
        List<Disruptable> all = new ArrayList<>();
        lock.lock();
        try {
            for (Life life : lives) {
                Disruptable disruptable = life.disruptable();
                if (disruptable != null) {
                    all.add(disruptable);
                }
            }
        } finally {
            lock.unlock();
        }
        return all;
    }

    private void keep() {
        try {
            while (true) {
                LifeReport ended = accompany(current());
                if (isClosing() || !waitOut(next(ended))) {
                    return;
                }
                begin(backOff.delay());
            }
        } catch (IOException e) {
            giveUp("it could not be started again: " + e);
        } catch (InterruptedException _) {
            giveUp("the thread that looks after it was interrupted");
            current().stop(Duration.ZERO);
        } catch (RuntimeException e) {
            giveUp("the thread that looks after it failed: " + e);
            throw e;
        }
    }

    private void giveUp(String reason) {
        lock.lock();
        try {
            gaveUp = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Follows one life to its end, natural or not. */
    private LifeReport accompany(Life life) throws InterruptedException {
        while (life.isAlive() && !isClosing()) {
            if (life.isReady()) {
                awaitChange(life);
            } else if (answers()) {
                life.ready();
                signal();
            } else {
                pause(life, ASK_EVERY);
            }
        }
        boolean stopped = life.isAlive();
        if (stopped) {
            life.stop(GRACE);
        }
        LifeReport report = life.bury(stopped);
        signal();
        return report;
    }

    private boolean answers() {
        try {
            management.get("/health");
            return true;
        } catch (IOException _) {
            // Not yet: until it is ready every kind of failure is to be expected, and the deadline is the caller's.
            return false;
        }
    }

    private Duration next(LifeReport ended) {
        var endedAt = ended.endedAt();
        backOff = backOff.after(Duration.between(ended.startedAt(), endedAt == null ? ended.startedAt() : endedAt));
        return backOff.delay();
    }

    private void awaitChange(Life life) throws InterruptedException {
        lock.lock();
        try {
            while (life.isAlive() && !closing) {
                // Bounded, so that a signal that came between the two looks costs a second and no more.
                changed.await(1, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(Life life, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (nanos > 0 && life.isAlive() && !closing) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the back-off; false if the target was closed meanwhile. */
    private boolean waitOut(Duration delay) throws InterruptedException {
        lock.lock();
        try {
            long nanos = delay.toNanos();
            while (nanos > 0 && !closing) {
                nanos = changed.awaitNanos(nanos);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public URI baseUri() {
        return address.base();
    }

    @Override
    public Management management() {
        return management;
    }

    /**
     * Waits until the current life is ready; where that one has ended after having been ready, until the next one is.
     */
    @Override
    public void awaitReady(Duration atMost) throws TargetException, InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!isUp()) {
                refuseIfHopeless();
                if (nanos <= 0) {
                    throw new TargetException("the service was not ready within " + atMost.toMillis() + " ms\n"
                            + diagnostics());
                }
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isUp() {
        Life life = lives.getLast();
        return life.isReady() && life.isAlive() && !life.isBuried();
    }

    private void refuseIfHopeless() throws TargetException {
        Life life = lives.getLast();
        if (closing) {
            throw new TargetException("the service was closed while it was waited for\n" + diagnostics());
        }
        if (gaveUp != null) {
            throw new TargetException("the service is not kept alive any more: " + gaveUp + "\n" + diagnostics());
        }
        if (life.isBuried() && !life.isReady()) {
            throw new TargetException("the service ended before it was ready\n" + diagnostics());
        }
    }

    @Override
    public List<LifeReport> lives() {
        lock.lock();
        try {
            return lives.stream().map(Life::report).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Disruptions disruptions() {
        return disruptions;
    }

    @Override
    public String diagnostics() {
        lock.lock();
        try {
            StringBuilder text = new StringBuilder();
            lives.forEach(life -> text.append(describe(life.report())).append('\n'));
            if (gaveUp != null) {
                text.append(gaveUp).append('\n');
            }
            Life last = lives.getLast();
            text.append("last lines of ").append(last.log()).append(":\n");
            last.lastLines(DIAGNOSTIC_LINES).forEach(line -> text.append("  | ").append(line).append('\n'));
            return text.toString().stripTrailing();
        } finally {
            lock.unlock();
        }
    }

    private static String describe(LifeReport life) {
        return "life " + life.number() + ": " + life.ending().words()
                + (life.readyAt() == null ? ", never ready" : ", was ready")
                + (life.exitCode() == null ? "" : ", exit code " + life.exitCode())
                + (life.evidence().isEmpty() ? "" : " (" + String.join("; ", life.evidence()) + ")");
    }

    @Override
    public void close() {
        // First: a service that is frozen does not hear that it is to end.
        disruptions.close();
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = Thread.interrupted();
        try {
            keeper.join(CLOSED_WITHIN);
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            current().stop(Duration.ZERO);
            management.close();
            address.release().run();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
