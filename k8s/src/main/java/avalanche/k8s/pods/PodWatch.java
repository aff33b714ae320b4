package avalanche.k8s.pods;

import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import com.google.gson.reflect.TypeToken;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ListMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodList;
import io.kubernetes.client.util.Watch;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Follows some pods of one namespace: a list, then a watch from its version on. A watch that ends is taken up where it
 * ended; one that failed begins with a list again, and the time between is told as a {@link Gap}. All calls of the
 * listener come from one thread.
 */
public final class PodWatch implements AutoCloseable {
    /** Is told of what was seen. */
    public interface Listener {
        /** A pod's state. */
        void seen(V1Pod pod, Instant at);

        /** A pod that is no more, in its last known state. */
        void gone(V1Pod pod, Instant at);

        /** The server could not be asked for a while. */
        void blind(Gap gap);
    }

    private static final Type EVENT = new TypeToken<Watch.Response<V1Pod>>() {}.getType();
    private static final int WATCH_SECONDS = 240;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(5);

    private final Clients clients;
    private final CoreV1Api lists;
    private final CoreV1Api watches;
    private final String namespace;
    private final String selector;
    private final InstantSource clock;
    private final Listener listener;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, V1Pod> known = new HashMap<>();
    private volatile @Nullable Call current;
    private @Nullable Instant blindSince;
    private String blindReason = "";

    private PodWatch(Clients clients, String namespace, String selector, InstantSource clock, Listener listener) {
        this.clients = clients;
        this.lists = new CoreV1Api(clients.calls());
        this.watches = new CoreV1Api(clients.streams());
        this.namespace = namespace;
        this.selector = selector;
        this.clock = clock;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("pods-of-" + namespace).unstarted(this::follow);
    }

    /** Begins to follow the pods that a label selector selects. */
    public static PodWatch start(Clients clients, String namespace, String selector, InstantSource clock,
            Listener listener) {
        PodWatch watch = new PodWatch(clients, namespace, selector, clock, listener);
        watch.thread.start();
        return watch;
    }

    private void follow() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            try {
                String version = list();
                pause = FIRST_PAUSE;
                while (version != null && !isClosed()) {
                    version = watch(version);
                }
            } catch (ApiException e) {
                failed(ServerAnswer.words(e));
            } catch (IOException | RuntimeException e) {
                // The watch's iterator wraps what its connection failed with into a RuntimeException.
                failed(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause()));
            }
            pause = pause(pause);
        }
    }

    private String list() throws ApiException {
        V1PodList list = lists.listNamespacedPod(namespace).labelSelector(selector).execute();
        Instant at = clock.instant();
        answered(at);
        Set<String> names = new HashSet<>();
        for (V1Pod pod : list.getItems()) {
            names.add(PodFacts.name(pod));
            known.put(PodFacts.name(pod), pod);
            listener.seen(pod, at);
        }
        for (String missing : Set.copyOf(known.keySet())) {
            V1Pod last = names.contains(missing) ? null : known.remove(missing);
            if (last != null) {
                listener.gone(last, at);
            }
        }
        V1ListMeta metadata = list.getMetadata();
        return metadata == null ? "" : String.valueOf(metadata.getResourceVersion());
    }

    /** Watches to the end of one connection; returns the version to go on from, null to begin with a list. */
    private @Nullable String watch(String from) throws ApiException, IOException {
        String version = from;
        Call call = watches.listNamespacedPod(namespace).labelSelector(selector).resourceVersion(from)
                .timeoutSeconds(WATCH_SECONDS).watch(true).buildCall(null);
        current = call;
        if (isClosed()) {
            return null;
        }
        try (Watch<V1Pod> watch = Watch.createWatch(clients.streams(), call, EVENT)) {
            while (watch.hasNext()) {
                Watch.Response<V1Pod> event = watch.next();
                Instant at = clock.instant();
                if (event.object == null || event.type.equals("ERROR")) {
                    return null;
                }
                version = PodFacts.version(event.object);
                tell(event.type, event.object, at);
            }
        }
        return version;
    }

    private void tell(String type, V1Pod pod, Instant at) {
        switch (type) {
            case "ADDED", "MODIFIED" -> {
                known.put(PodFacts.name(pod), pod);
                listener.seen(pod, at);
            }
            case "DELETED" -> {
                known.remove(PodFacts.name(pod));
                listener.gone(pod, at);
            }
            default -> {
                // A bookmark: nothing but a version.
            }
        }
    }

    private void answered(Instant at) {
        Instant since = blindSince;
        if (since != null) {
            blindSince = null;
            listener.blind(new Gap(since, at, blindReason));
        }
    }

    private void failed(String reason) {
        if (blindSince == null && !isClosed()) {
            blindSince = clock.instant();
            blindReason = reason;
        }
    }

    private Duration pause(Duration pause) {
        try {
            var _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closed.countDown();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends the connection and waits, 5 s at most, until the listener is told nothing more. */
    @Override
    public void close() {
        closed.countDown();
        Call call = current;
        if (call != null) {
            call.cancel();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(ENDED_WITHIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
