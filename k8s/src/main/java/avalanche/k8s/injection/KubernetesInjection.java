package avalanche.k8s.injection;

import avalanche.chaos.stream.LineQueue;
import avalanche.chaos.target.Injection;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.manifest.InjectorManifests;
import avalanche.k8s.manifest.InjectorSpec;
import avalanche.k8s.manifest.Labels;
import avalanche.k8s.pods.LogFollower;
import avalanche.k8s.pods.PodLog;
import avalanche.k8s.pods.PodWatch;
import avalanche.k8s.target.Workspace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Injectors as Jobs, one for each shard. Their measurements come through their pods' logs; whatever else they write goes
 * to {@code injector-N.log}.
 */
public final class KubernetesInjection implements Injection {
    private static final int CAPACITY = 4096;
    private static final int LAST_WORDS = 20;

    private final Clients clients;
    private final Workspace workspace;
    private final String namespace;
    private final int count;
    private final Path directory;
    private final InstantSource clock;
    private final LineQueue queue;
    private final Shards shards = new Shards();
    private final Map<Integer, LogFollower> followers = new ConcurrentHashMap<>();
    private final List<Deque<String>> lastWords;
    private @Nullable PodWatch watch;
    private boolean closed;

    private KubernetesInjection(Clients clients, Workspace workspace, InjectorSpec spec, Path directory,
            InstantSource clock) {
        this.clients = clients;
        this.workspace = workspace;
        this.namespace = spec.placement().namespace();
        this.count = spec.shards().size();
        this.directory = directory;
        this.clock = clock;
        this.queue = new LineQueue(CAPACITY, count);
        this.lastWords = IntStream.range(0, count).<Deque<String>>mapToObj(_ -> new ArrayDeque<>()).toList();
    }

    /**
     * Creates all Jobs, or none, and begins to read their lines.
     *
     * @param clients closed with the injection
     * @param directory where the error output goes; exists
     * @throws IOException if the cluster refuses an object; none is left
     */
    public static KubernetesInjection start(Clients clients, InjectorSpec spec, Path directory, InstantSource clock)
            throws IOException {
        String pods = Labels.select(InjectorManifests.COMPONENT, spec.placement().instance());
        Workspace workspace = new Workspace(clients, spec.placement(), pods);
        try {
            workspace.create(InjectorManifests.of(spec));
        } catch (IOException | RuntimeException e) {
            clients.close();
            throw e;
        }
        KubernetesInjection injection = new KubernetesInjection(clients, workspace, spec, directory, clock);
        injection.watch = PodWatch.start(clients, injection.namespace, pods, clock, injection.shards);
        for (int shard = 0; shard < injection.count; shard++) {
            int number = shard;
            Thread.ofPlatform().daemon().name("injector-" + spec.runId() + "-" + shard).start(() -> injection.read(
                    number));
        }
        return injection;
    }

    private void read(int shard) {
        try (BufferedWriter others = Files.newBufferedWriter(directory.resolve("injector-" + shard + ".log"))) {
            String pod = shards.awaitBegun(shard);
            if (pod != null) {
                LogFollower follower = new LogFollower(new PodLog(clients.streams(), namespace, pod,
                        InjectorManifests.COMPONENT), clock);
                followers.put(shard, follower);
                follower.follow(() -> shards.isOver(shard), () -> PodLog.Part.CURRENT, line -> take(shard, line.text(),
                        others));
            }
        } catch (IOException e) {
            keep(shard, "its error output could not be written: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queue.finish();
        }
    }

    private boolean take(int shard, String text, BufferedWriter others) throws InterruptedException {
        if (ProtocolLines.isMeasurement(text)) {
            return queue.put(new Line(shard, text));
        }
        keep(shard, text);
        try {
            others.write(text);
            others.newLine();
            others.flush();
        } catch (IOException e) {
            keep(shard, "its error output could not be written: " + e);
        }
        return true;
    }

    private void keep(int shard, String text) {
        Deque<String> words = lastWords.get(shard);
        synchronized (words) {
            words.addLast(text);
            if (words.size() > LAST_WORDS) {
                words.removeFirst();
            }
        }
    }

    @Override
    public @Nullable Line next(Duration atMost) throws InterruptedException {
        return queue.take(atMost);
    }

    @Override
    public boolean isDone() {
        return queue.isDone();
    }

    @Override
    public List<Shard> shards() {
        return IntStream.range(0, count).mapToObj(shard -> new Shard(shard, shards.exitCode(shard), words(shard)))
                .toList();
    }

    /** Its last lines; where it did not end by itself, also its pod's state and what went wrong with the reading. */
    private List<String> words(int shard) {
        List<String> words;
        synchronized (lastWords.get(shard)) {
            words = new ArrayList<>(lastWords.get(shard));
        }
        Integer code = shards.exitCode(shard);
        if (code == null || code != 0) {
            words.addAll(shards.words(shard));
            LogFollower follower = followers.get(shard);
            if (follower != null) {
                follower.remarks().forEach(remark -> words.add("reading its log: " + remark));
            }
        }
        return List.copyOf(words);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        boolean interrupted = Thread.interrupted();
        try {
            queue.close();
            shards.close();
            PodWatch pods = watch;
            if (pods != null) {
                pods.close();
            }
            followers.values().forEach(LogFollower::close);
        } finally {
            workspace.close();
            clients.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
