package avalanche.chaos.docker;

import avalanche.chaos.engine.DockerEngine;
import avalanche.chaos.image.ContainerCommands;
import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.image.ImageNames;
import avalanche.chaos.image.ImagePlan;
import avalanche.chaos.image.Images;
import avalanche.chaos.keeper.KeptTarget;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Docker engine on this machine: service and injectors in containers that are told apart from everything else by the
 * run's label. The memory limit is the container's, and the kernel enforces it; a service that died is started again with
 * a kubelet's back-off, at the same address.
 */
public final class DockerPlatform implements Platform {
    private static final String PLAN = "injector-plan.json";
    private static final long INJECTOR_HEAP_BYTES = 512L << 20;
    /** A container and a cold JVM with Gatling; several at once compete. */
    private static final Duration LEAD = Duration.ofSeconds(20);

    /** What was started for a run and is still there. */
    private record Running(Sandbox sandbox, Processors processors) {}

    private final ImagePlan plan;
    private final Consumer<String> progress;
    private final InstantSource clock;
    private final BackOff backOff;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private @Nullable ImageNames images;

    /**
     * Starts nothing and builds nothing yet.
     *
     * @param plan what images are built from where the engine does not have them
     * @param progress told, in words, what takes long
     */
    public DockerPlatform(ImagePlan plan, Consumer<String> progress) {
        this(plan, progress, InstantSource.system(), BackOff.KUBELET);
    }

    /** With another clock and another back-off, for tests. */
    public DockerPlatform(ImagePlan plan, Consumer<String> progress, InstantSource clock, BackOff backOff) {
        this.plan = plan;
        this.progress = progress;
        this.clock = clock;
        this.backOff = backOff;
    }

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public Set<Ability> abilities() {
        return Ability.all(DockerChanges.ABILITIES, ContainerProcess.ABILITIES);
    }

    @Override
    public Availability probe() {
        try {
            Info info = DockerEngine.connect().infoCmd().exec();
            String problem = Images.problem(plan);
            if (problem != null) {
                return new Availability.Unavailable(problem,
                        "build what is missing: mvn -DskipTests package, with a JDK"
                                + " 25 for Linux");
            }
            return Boolean.FALSE.equals(info.getMemoryLimit())
                    ? new Availability.Unavailable("this Docker engine cannot limit memory, so nothing would be killed",
                            "let its kernel have the memory controller (cgroup), or use another platform")
                    : new Availability.Available("Docker " + info.getServerVersion() + ", " + info.getNCPU()
                            + " processors, " + info.getOperatingSystem());
        } catch (IOException e) {
            String[] parts = String.valueOf(e.getMessage()).split("; ", 2);
            return new Availability.Unavailable(parts[0], parts.length > 1 ? parts[1] : "start a Docker engine");
        }
    }

    /**
     * The images' names; those that the engine does not have are built first, which takes a minute the first time.
     *
     * @throws IOException if they cannot be built; the message carries the remedy
     */
    public synchronized ImageNames images() throws IOException {
        ImageNames known = images;
        if (known == null) {
            try {
                known = Images.ensure(plan, progress);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the images were built", e);
            }
            images = known;
        }
        return known;
    }

    @Override
    public Target start(TargetSpec spec) throws IOException {
        DockerClient engine = DockerEngine.connect();
        String image = images().victim();
        Info info = engine.infoCmd().exec();
        Integer all = info.getNCPU();
        int count = all == null ? 1 : all;
        Processors processors = Processors.among(count, spec.container().cpus());
        Plugins plugins = Plugins.of(spec);
        EngineEvents events = EngineEvents.of(engine, spec.runId());
        Sandbox sandbox;
        try {
            sandbox = Sandbox.open(engine, spec.runId(), image);
        } catch (IOException | RuntimeException e) {
            events.close();
            throw e;
        }
        Running started = new Running(sandbox, processors);
        running.put(spec.runId(), started);
        Runnable release = () -> {
            running.remove(spec.runId(), started);
            events.close();
            sandbox.close();
        };
        DockerLife.Setting setting = new DockerLife.Setting(engine, events, spec.directory(), spec.container()
                .liveness(), sandbox.serverFromHere(), clock);
        DockerChanges changes = new DockerChanges(engine, count, new DockerChanges.Wanted(spec, image, plugins,
                processors));
        return KeptTarget.start(spec.runId(), (number, waited) -> changes.start(wanted -> new DockerLife(number, waited,
                setting, victim(engine, wanted, number, sandbox.container()))), changes, new KeptTarget.Address(sandbox
                        .fromNetwork(), sandbox.managementFromHere(), release), backOff);
    }

    private static CreateContainerCmd victim(DockerClient engine, DockerChanges.Wanted wanted, int number,
            String sandbox) {
        TargetSpec spec = wanted.spec();
        HostConfig host = Confinement.victim(spec.container(), wanted.processors(), sandbox).withBinds(wanted.plugins()
                .binds());
        return engine.createContainerCmd(wanted.image()).withName(Names.of(spec.runId(), "victim-" + number))
                .withLabels(
                        DockerEngine.labels(spec.runId(), "victim")).withCmd(ContainerCommands.victim(spec))
                .withHostConfig(
                        host);
    }

    @Override
    public Injection inject(InjectionPlan injection, int shards) throws IOException {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + "; allowed: 1 or more");
        }
        Running at = running.get(injection.runId());
        if (at == null) {
            throw new IOException("no service runs for " + injection.runId()
                    + "; start it first: injectors join its network");
        }
        DockerClient engine = DockerEngine.connect();
        String image = images().injector();
        Path document = Files.writeString(injection.directory().resolve(PLAN), injection.document());
        if (document.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // The container's user is another one than this process's.
            Files.setPosixFilePermissions(document, PosixFilePermissions.fromString("rw-r--r--"));
        }
        HostConfig host = Confinement.injector(INJECTOR_HEAP_BYTES, at.processors(), at.sandbox().network()).withBinds(
                Plugins.readOnly(document, ContainerPaths.PLAN));
        return DockerInjection.start(engine, injection.directory(), shards, shard -> engine.createContainerCmd(image)
                .withName(Names.of(injection.runId(), "injector-" + shard))
                .withLabels(DockerEngine.labels(injection.runId(), "injector"))
                .withCmd(ContainerCommands.injector(injection.runId(), shard, shards, INJECTOR_HEAP_BYTES))
                .withHostConfig(host));
    }

    @Override
    public Duration injectorLead() {
        return LEAD;
    }
}
