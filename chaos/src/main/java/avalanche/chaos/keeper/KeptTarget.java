package avalanche.chaos.keeper;

import avalanche.chaos.disruption.Disruptable;
import avalanche.chaos.disruption.LifeDisruptions;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.management.HttpManagement;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Management;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import avalanche.chaos.vitals.OomKillsSeen;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service that is started again when it dies. One thread of its own looks after it from {@link #start} to
 * {@link #close}: asks whether it is ready, concludes how each life ended, and starts the next one, after the back-off
 * or, where it was ordered, at once.
 */
public final class KeptTarget implements Target {
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
    /** A signal that comes between two looks costs no more than that. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int DIAGNOSTIC_LINES = 20;

    private final Midwife midwife;
    private final Address address;
    private final HttpManagement management;
    private final OomKillsSeen watched;
    private final Thread keeper;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Life> lives = new ArrayList<>();
    private final Orders orders = new Orders();
    private final Operations operations;
    private final LifeDisruptions disruptions = new LifeDisruptions(this::disruptables);
    private BackOff backOff;
    private boolean closing;
    private @Nullable String gaveUp;

    private KeptTarget(String runId, Midwife midwife, Changes changes, Address address, BackOff backOff) {
        this.midwife = midwife;
        this.address = address;
        this.backOff = backOff;
        this.operations = new KeptOperations(this, changes);
        this.management = new HttpManagement(address.management());
        this.watched = new OomKillsSeen(management, kills -> current().counted(kills));
        this.keeper = Thread.ofPlatform().daemon().name("keeper-" + runId).unstarted(this::keep);
    }

    /**
     * Starts the first life and the thread that looks after it.
     *
     * @param changes what orders do to it
     * @throws IOException if the first life cannot be started; the address is released then
     */
    public static KeptTarget start(String runId, Midwife midwife, Changes changes, Address address, BackOff backOff)
            throws IOException {
        KeptTarget target = new KeptTarget(runId, midwife, changes, address, backOff);
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
        Life life = midwife.start(next(), waited);
        lock.lock();
        try {
            lives.add(life);
            orders.began();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        life.atEnd(this::signal);
    }

    /** The number of the next life, which is as ordered; only the keeper adds any. */
    private int next() {
        return locked(() -> {
            orders.carryOut();
            return lives.size() + 1;
        });
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
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
        return locked(lives::getLast);
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
                Duration waited = waitOut(delayAfter(accompany(current())));
                if (isClosing()) {
                    return;
                }
                begin(waited);
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
        while (life.isAlive() && !isToEnd()) {
            if (life.isReady()) {
                pause(life, LOOK_EVERY);
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

    private Duration delayAfter(LifeReport ended) {
        if (ended.ending() == Ending.STOPPED) {
            return Duration.ZERO;
        }
        var endedAt = ended.endedAt();
        backOff = backOff.after(Duration.between(ended.startedAt(), endedAt == null ? ended.startedAt() : endedAt));
        return backOff.delay();
    }

    private void pause(Life life, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (nanos > 0 && life.isAlive() && !isToEnd()) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the back-off, unless the target is closed or another life ordered; returns how long. */
    private Duration waitOut(Duration delay) throws InterruptedException {
        lock.lock();
        try {
            long nanos = delay.toNanos();
            while (nanos > 0 && !isToEnd()) {
                nanos = changed.awaitNanos(nanos);
            }
            return delay.minusNanos(Math.max(0, nanos));
        } finally {
            lock.unlock();
        }
    }

    /** Whether the current life is to be ended, for good or for another. */
    private boolean isToEnd() {
        return locked(() -> closing || orders.isPending());
    }

    /**
     * Ends the current life by order and starts the next at once; returns before that.
     *
     * @param change made before the next life is started
     * @throws IOException if the service is not kept alive any more
     */
    void renew(Runnable change) throws IOException {
        lock.lock();
        try {
            if (closing || gaveUp != null) {
                throw new IOException("the service is not kept alive any more: " + (gaveUp == null
                        ? "it was closed"
                        : gaveUp));
            }
            orders.add(change);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One replica for each revision so far. */
    List<Instance> instances() {
        return locked(() -> orders.instances(lives.stream().map(Life::report).toList()));
    }

    private boolean isClosing() {
        return locked(() -> closing);
    }

    @Override
    public URI baseUri() {
        return address.base();
    }

    @Override
    public Management management() {
        return watched;
    }

    /**
     * Waits until the current life is ready; where that one has ended after having been ready, or is to be ended by order,
     * until the next one is.
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
        return life.isReady() && life.isAlive() && !life.isBuried() && !orders.isPending();
    }

    private void refuseIfHopeless() throws TargetException {
        Life life = lives.getLast();
        if (closing) {
            throw new TargetException("the service was closed while it was waited for\n" + diagnostics());
        }
        if (gaveUp != null) {
            throw new TargetException("the service is not kept alive any more: " + gaveUp + "\n" + diagnostics());
        }
        if (life.isBuried() && !life.isReady() && life.report().ending() != Ending.STOPPED) {
            throw new TargetException("the service ended before it was ready\n" + diagnostics());
        }
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public List<LifeReport> lives() {
        return locked(() -> lives.stream().map(Life::report).toList());
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
            lives.forEach(life -> text.append(life.report().words()).append('\n'));
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
