package avalanche.k8s.target;

import avalanche.chaos.target.Instance;
import avalanche.k8s.life.ContainerView;
import avalanche.k8s.life.LifeLedger;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.pods.Gap;
import avalanche.k8s.pods.PodFacts;
import avalanche.k8s.pods.PodWatch;
import io.kubernetes.client.openapi.models.V1Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The service's pods as they were last seen, and what follows from it for its lives. */
final class PodBoard implements PodWatch.Listener {
    private static final Set<String> HOPELESS = Set.of("ErrImageNeverPull", "ErrImagePull", "ImagePullBackOff",
            "InvalidImageName", "CreateContainerConfigError", "CreateContainerError", "RunContainerError");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LifeLedger ledger;
    private final Consumer<LifeLedger.Change> consequences;
    private final Map<String, V1Pod> pods = new LinkedHashMap<>();
    private final Replicas replicas = new Replicas();
    private final Departures departures;

    /**
     * @param consequences is told of every change of a life
     * @param wanted how many pods there are to be at first
     */
    PodBoard(LifeLedger ledger, Consumer<LifeLedger.Change> consequences, int wanted) {
        this.ledger = ledger;
        this.consequences = consequences;
        this.departures = new Departures(wanted);
    }

    @Override
    public void seen(V1Pod pod, Instant at) {
        ContainerView view = ContainerView.of(pod, VictimManifests.COMPONENT);
        List<LifeLedger.Change> changes = view == null ? List.of() : ledger.see(view, at);
        lock.lock();
        try {
            String name = PodFacts.name(pod);
            pods.put(name, pod);
            if (PodFacts.isLeaving(pod)) {
                departures.leaves(pod, others(name), at);
            }
            replicas.seen(pod, view != null && view.ready(), at);
        } finally {
            lock.unlock();
        }
        changes.forEach(consequences);
        String failure = PodFacts.failure(pod);
        if (failure != null) {
            ledger.gone(PodFacts.name(pod), "its pod failed: " + failure, at).forEach(consequences);
        }
        signal();
    }

    @Override
    public void gone(V1Pod pod, Instant at) {
        String failure = PodFacts.failure(pod);
        lock.lock();
        try {
            departures.leaves(pod, others(PodFacts.name(pod)), at);
            pods.remove(PodFacts.name(pod));
            replicas.gone(PodFacts.name(pod), at);
        } finally {
            lock.unlock();
        }
        ledger.gone(PodFacts.name(pod), failure == null ? "its pod was deleted" : "its pod is gone: " + failure, at)
                .forEach(
                        consequences);
        signal();
    }

    private int others(String name) {
        return (int) pods.values().stream().filter(pod -> PodFacts.failure(pod) == null).map(PodFacts::name).filter(
                other -> !other.equals(name) && !departures.has(other)).count();
    }

    @Override
    public void blind(Gap gap) {
        ledger.blind(gap);
        signal();
    }

    /** Wakes those who wait for a change. */
    void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something holds; false where it did not in time. */
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // A second at most: a signal between two looks costs no more than that.
                var _ = changed.await(Math.min(left, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Names of the pods whose container runs, the oldest first. */
    List<String> running() {
        lock.lock();
        try {
            return pods.values().stream().filter(pod -> isRunning(pod) && !departures.has(PodFacts.name(pod))).sorted(
                    Comparator
                            .comparing(PodFacts::created).thenComparing(PodFacts::name)).map(PodFacts::name).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Names of the pods that are there, whatever their state. */
    Set<String> names() {
        lock.lock();
        try {
            return Set.copyOf(pods.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** A pod as it was last seen; null where it is gone. */
    @Nullable
    V1Pod pod(String name) {
        lock.lock();
        try {
            return pods.get(name);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isRunning(V1Pod pod) {
        ContainerView view = ContainerView.of(pod, VictimManifests.COMPONENT);
        return view != null && view.runningSince() != null;
    }

    /** Whether a life ended because its pod left by the harness's order. */
    boolean isLeftByOrder(LifeLedger.Remains life) {
        lock.lock();
        try {
            return departures.explains(life);
        } finally {
            lock.unlock();
        }
    }

    /** Sets how many pods there are to be; returns how many there were to be before. */
    int wanted(int replicas) {
        lock.lock();
        try {
            return departures.wanted(replicas);
        } finally {
            lock.unlock();
        }
    }

    /** All pods so far, in the order in which they were seen. */
    List<Instance> instances() {
        lock.lock();
        try {
            return replicas.all();
        } finally {
            lock.unlock();
        }
    }

    /** Why no pod can become ready; null where one may. */
    @Nullable
    String hopeless() {
        for (V1Pod pod : pods()) {
            ContainerView view = ContainerView.of(pod, VictimManifests.COMPONENT);
            String waiting = view == null ? null : view.waiting();
            if (view != null && waiting != null && HOPELESS.contains(waiting)) {
                return "pod " + view.pod() + " cannot start: " + waiting + ": " + view.waitingMessage()
                        + (waiting.contains("Image") ? "; load the image into the cluster, or name one that it can pull"
                                : "");
            }
        }
        return null;
    }

    /** Each pod's state in one line. */
    List<String> states() {
        return pods().stream().map(PodStates::words).toList();
    }

    private List<V1Pod> pods() {
        lock.lock();
        try {
            return List.copyOf(pods.values());
        } finally {
            lock.unlock();
        }
    }
}
