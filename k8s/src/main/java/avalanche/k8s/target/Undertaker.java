package avalanche.k8s.target;

import avalanche.chaos.life.DeathCertificate;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.life.LifeLedger;
import avalanche.k8s.life.LifeLedger.Change;
import avalanche.k8s.life.LifeLedger.Remains;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.pods.ClusterEvent;
import avalanche.k8s.pods.Events;
import avalanche.k8s.pods.NodeConditions;
import avalanche.k8s.pods.PodLog;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies each life's log while it lives and, when it has ended, concludes why. */
final class Undertaker implements AutoCloseable {
    private static final Duration LOG_WITHIN = Duration.ofSeconds(5);
    private static final Duration DONE_WITHIN = Duration.ofSeconds(10);
    private static final String EVENTS_FILE = "kubernetes-events.log";

    private final Clients clients;
    private final String namespace;
    private final Path directory;
    private final InstantSource clock;
    private final LifeLedger ledger;
    private final Events events;
    private final NodeConditions nodes;
    private final Predicate<Remains> stopped;
    private final boolean probed;
    private final Disrupted disrupted;
    private final Map<Integer, LifeLog> logs = new ConcurrentHashMap<>();
    private final ExecutorService burials;

    /**
     * @param directory where logs and events are written; exists
     * @param stopped whether the harness ended a life
     * @param probed whether its container has a liveness probe
     * @param disrupted what the harness did to it on purpose
     */
    Undertaker(Clients clients, String namespace, Path directory, InstantSource clock, LifeLedger ledger,
            Predicate<Remains> stopped, boolean probed, Disrupted disrupted) {
        this.clients = clients;
        this.namespace = namespace;
        this.directory = directory;
        this.clock = clock;
        this.ledger = ledger;
        this.events = new Events(clients, namespace);
        this.nodes = new NodeConditions(clients, namespace);
        this.stopped = stopped;
        this.probed = probed;
        this.disrupted = disrupted;
        this.burials = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("burials-of-" + namespace)
                .factory());
    }

    /** Does what a change of a life asks for; {@code then} runs once a life was concluded. */
    void accept(Change change, Runnable then) {
        switch (change) {
            case Change.Began(int number, String pod, int _) -> {
                PodLog log = new PodLog(clients.streams(), namespace, pod, VictimManifests.COMPONENT);
                logs.put(number, LifeLog.start(log, clock, directory.resolve("victim-" + number + ".log"),
                        () -> ledger.isEnded(number), () -> ledger.isFollowed(number)
                                ? PodLog.Part.PREVIOUS
                                : PodLog.Part.CURRENT));
            }
            case Change.Ended(int number) -> burials.execute(() -> {
                bury(number);
                then.run();
            });
            case Change.Ready _ -> {
                // Nothing to do: the ledger knows.
            }
        }
    }

    private void bury(int number) {
        Remains remains = ledger.remains(number);
        try {
            LifeLog log = logs.get(number);
            if (log != null) {
                log.await(LOG_WITHIN);
                log.close();
            }
        } catch (InterruptedException _) {
            // Closing: what was read until now must do.
            Thread.currentThread().interrupt();
        }
        nodes.during(remains.pod(), remains.startedAt(), remains.endedAt()).forEach(words -> ledger.note(number,
                words));
        DeathCertificate certificate = Autopsy.of(remains, stopped.test(remains), lastLines(number), tell(number),
                probed);
        ledger.bury(number, disrupted.explain(remains, certificate));
    }

    private List<ClusterEvent> tell(int number) {
        try {
            List<ClusterEvent> all = events.list();
            write(all);
            return all;
        } catch (IOException e) {
            ledger.note(number, "the cluster's events are missing: " + e.getMessage());
            return List.of();
        }
    }

    private void write(List<ClusterEvent> all) {
        try {
            Files.write(directory.resolve(EVENTS_FILE), all.stream().map(ClusterEvent::words).toList());
        } catch (IOException e) {
            System.getLogger(Undertaker.class.getName()).log(System.Logger.Level.WARNING,
                    "{0} could not be written: {1}",
                    EVENTS_FILE, e.getMessage());
        }
    }

    /** The last lines of a life's log, at most 200. */
    List<String> lastLines(int number) {
        LifeLog log = logs.get(number);
        return log == null ? List.of() : log.lastLines();
    }

    /** What went wrong with the copying of a life's log. */
    List<String> remarks(int number) {
        LifeLog log = logs.get(number);
        return log == null ? List.of() : log.remarks();
    }

    /** Where a life's log is; null where none was begun. */
    @Nullable
    Path file(int number) {
        LifeLog log = logs.get(number);
        return log == null ? null : log.file();
    }

    /** Writes the events to {@code kubernetes-events.log}, ends the copying, and concludes what is open: it was stopped. */
    @Override
    public void close() {
        try {
            write(events.list());
        } catch (IOException _) {
            // They were written at each death, as far as the server told them.
        }
        burials.shutdown();
        try {
            var _ = burials.awaitTermination(DONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            burials.shutdownNow();
            Thread.currentThread().interrupt();
        }
        logs.values().forEach(LifeLog::close);
    }

    /**
     * Concludes the lives that are still open as stopped by the harness.
     *
     * @param startedAt when the service was asked for
     */
    void stopRest(Instant startedAt) {
        ledger.neverBegan(startedAt);
        for (int number : ledger.open()) {
            Remains remains = ledger.remains(number);
            var _ = ledger.gone(remains.pod(), "the harness ended it", clock.instant());
            ledger.bury(number, new DeathCertificate(Ending.STOPPED, List.of("the harness ended it")));
        }
    }
}
