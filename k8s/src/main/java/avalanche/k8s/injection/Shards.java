package avalanche.k8s.injection;

import avalanche.k8s.life.ContainerView;
import avalanche.k8s.manifest.InjectorManifests;
import avalanche.k8s.pods.Gap;
import avalanche.k8s.pods.PodFacts;
import avalanche.k8s.pods.PodWatch;
import avalanche.k8s.target.PodStates;
import io.kubernetes.client.openapi.models.V1Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The injectors' pods as they were last seen. */
final class Shards implements PodWatch.Listener {
    private static final Set<String> HOPELESS = Set.of("ErrImageNeverPull", "ErrImagePull", "ImagePullBackOff",
            "InvalidImageName", "CreateContainerConfigError", "CreateContainerError", "RunContainerError");

    /** @param over whether its pod ended for good, however */
    private record Seen(V1Pod pod, @Nullable ContainerView view, boolean over) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Seen> shards = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private boolean closed;

    @Override
    public void seen(V1Pod pod, Instant at) {
        ContainerView view = ContainerView.of(pod, InjectorManifests.COMPONENT);
        boolean ended = view != null && (view.terminated() != null || HOPELESS.contains(String.valueOf(view
                .waiting())));
        put(pod, view, ended || PodFacts.failure(pod) != null);
    }

    @Override
    public void gone(V1Pod pod, Instant at) {
        put(pod, ContainerView.of(pod, InjectorManifests.COMPONENT), true);
    }

    private void put(V1Pod pod, @Nullable ContainerView view, boolean over) {
        String shard = PodFacts.label(pod, InjectorManifests.SHARD);
        if (shard != null) {
            lock.lock();
            try {
                shards.put(Integer.valueOf(shard), new Seen(pod, view, over));
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void blind(Gap gap) {
        lock.lock();
        try {
            gaps.add(gap);
        } finally {
            lock.unlock();
        }
    }

    /** Lets all go that wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a shard's container has begun; its pod's name, null where it never began or nobody waits any more. */
    @Nullable
    String awaitBegun(int shard) throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Seen seen = shards.get(shard);
                ContainerView view = seen == null ? null : seen.view();
                if (view != null && (view.runningSince() != null || view.terminated() != null)) {
                    return view.pod();
                }
                if (seen != null && seen.over()) {
                    return null;
                }
                // Bounded, so that a lost signal costs a second and no more.
                var _ = changed.await(1, TimeUnit.SECONDS);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a shard ended. */
    boolean isOver(int shard) {
        lock.lock();
        try {
            Seen seen = shards.get(shard);
            return closed || (seen != null && seen.over());
        } finally {
            lock.unlock();
        }
    }

    /** A shard's exit code, null while it runs or where it is not known. */
    @Nullable
    Integer exitCode(int shard) {
        lock.lock();
        try {
            Seen seen = shards.get(shard);
            ContainerView view = seen == null ? null : seen.view();
            ContainerView.Termination end = view == null ? null : view.terminated();
            return end == null ? null : end.exitCode();
        } finally {
            lock.unlock();
        }
    }

    /** A shard's state in one line, and when nothing could be seen of it. */
    List<String> words(int shard) {
        lock.lock();
        try {
            Seen seen = shards.get(shard);
            List<String> words = new ArrayList<>(List.of(seen == null
                    ? "no pod of shard " + shard + " was seen"
                    : PodStates.words(seen.pod()) + (seen.over() && exitCode(shard) == null
                            ? "; it is gone before its end was seen"
                            : "")));
            gaps.forEach(gap -> words.add(gap.words()));
            return words;
        } finally {
            lock.unlock();
        }
    }
}
