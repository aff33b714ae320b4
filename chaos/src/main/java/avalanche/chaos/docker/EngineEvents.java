package avalanche.chaos.docker;

import avalanche.chaos.engine.DockerEngine;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine reports of a run's containers while it is watched: kernel OOM kills, ends. */
final class EngineEvents implements AutoCloseable {
    private static final Duration LAST_SECONDS = Duration.ofSeconds(10);
    private static final Duration DIE_WITHIN = Duration.ofSeconds(3);
    /** The engine hears of an OOM kill and of the end on two ways. */
    private static final Duration OOM_AFTER_DIE = Duration.ofSeconds(1);

    private final Map<String, List<Long>> oomKills = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Subscription subscription = new Subscription();

    /** Watches from now on, until closed. */
    static EngineEvents of(DockerClient engine, String runId) {
        EngineEvents events = new EngineEvents();
        engine.eventsCmd().withEventFilter("oom", "die").withLabelFilter(DockerEngine.RUN_LABEL + "=" + runId).exec(
                events.subscription);
        return events;
    }

    /** One event of one container, at a time in ns since 1970. */
    synchronized void saw(String action, String id, long nanos) {
        switch (action) {
            case "oom" -> oomKills.computeIfAbsent(id, _ -> new ArrayList<>()).add(nanos);
            case "die" -> ends.putIfAbsent(id, nanos);
            default -> {
                // The engine sends no others: it was asked for these two.
            }
        }
        notifyAll();
    }

    /**
     * Whether an OOM kill was reported in a container's last seconds; null where not even its end was reported, so that
     * silence says nothing.
     */
    synchronized @Nullable Boolean oomAtEnd(String id) throws InterruptedException {
        long deadline = System.nanoTime() + DIE_WITHIN.toNanos();
        while (!ends.containsKey(id) && deadline - System.nanoTime() > 0) {
            wait(100);
        }
        Long end = ends.get(id);
        if (end == null) {
            return oomKills.containsKey(id) ? Boolean.TRUE : null;
        }
        deadline = System.nanoTime() + OOM_AFTER_DIE.toNanos();
        while (!isNear(id, end) && deadline - System.nanoTime() > 0) {
            wait(100);
        }
        return isNear(id, end);
    }

    private boolean isNear(String id, long end) {
        return oomKills.getOrDefault(id, List.of()).stream().anyMatch(kill -> end - kill <= LAST_SECONDS.toNanos());
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (IOException _) {
            // Nobody listens any more.
        }
    }

    private final class Subscription extends ResultCallback.Adapter<Event> {
        @Override
        public void onNext(Event event) {
            var actor = event.getActor();
            String id = actor == null ? null : actor.getId();
            String action = event.getAction();
            Long nanos = event.getTimeNano();
            if (id != null && action != null && nanos != null) {
                saw(action, id, nanos);
            }
        }
    }
}
