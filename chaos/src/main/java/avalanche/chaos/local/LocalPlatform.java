package avalanche.chaos.local;

import avalanche.chaos.keeper.KeptTarget;
import avalanche.chaos.life.BackOff;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * This machine: service and injectors as child processes, which end when this JVM does, however it ends. The heap limit
 * is the memory limit; a service that died is started again with a kubelet's back-off.
 */
public final class LocalPlatform implements Platform {
    private static final String PLAN = "injector-plan.json";
    /** A cold JVM with Gatling takes some seconds, and several at once compete for the processors. */
    private static final Duration LEAD = Duration.ofSeconds(15);

    private final LocalPrograms programs;
    private final Pinning pinning;
    private final InstantSource clock;
    private final BackOff backOff;

    /**
     * Looks at the machine's processors, starts nothing.
     *
     * @throws IOException if the processors cannot be read
     */
    public LocalPlatform(LocalPrograms programs) throws IOException {
        this(programs, Pinning.ofThisMachine(programs.victimProcessors()), InstantSource.system(), BackOff.KUBELET);
    }

    LocalPlatform(LocalPrograms programs, Pinning pinning, InstantSource clock, BackOff backOff) {
        this.programs = programs;
        this.pinning = pinning;
        this.clock = clock;
        this.backOff = backOff;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Set<Ability> abilities() {
        return Ability.all(LocalChanges.ABILITIES, VictimProcess.ABILITIES);
    }

    /** Which processors service and injectors get. */
    public Pinning pinning() {
        return pinning;
    }

    @Override
    public Availability probe() {
        if (Executables.find("sh") == null) {
            return new Availability.Unavailable("no POSIX shell, sh, was found on PATH",
                    "run it on Linux or macOS, or use another platform");
        }
        if (!Files.isExecutable(programs.java())) {
            return new Availability.Unavailable(programs.java() + " is not an executable file",
                    "install a JDK 25 and name its bin/java");
        }
        Integer version = JavaHome.featureVersion(programs.java());
        if (version != null && version < JavaHome.LOWEST) {
            return new Availability.Unavailable(programs.java() + " is Java " + version + "; allowed: "
                    + JavaHome.LOWEST + " or later", "install a JDK " + JavaHome.LOWEST + " and name its bin/java");
        }
        if (!Files.isReadable(programs.victimJar())) {
            return new Availability.Unavailable("the service's jar " + programs.victimJar() + " is not there",
                    "build it: mvn -pl victim-service -am package");
        }
        for (Path entry : programs.injectorClassPath()) {
            if (!Files.isReadable(entry)) {
                return new Availability.Unavailable("the injector's class path names " + entry
                        + ", which is not there", "build it: mvn -pl scenarios -am package");
            }
        }
        return new Availability.Available("child processes of " + programs.java() + "; " + pinning.words());
    }

    @Override
    public Target start(TargetSpec spec) throws IOException {
        LoopbackPorts ports = LoopbackPorts.choose(spec.settings());
        OomKillCounters counters = new OomKillCounters(Path.of("/"));
        URI base = URI.create("http://" + LoopbackPorts.HOST + ":" + ports.server());
        URI management = URI.create("http://" + LoopbackPorts.HOST + ":" + ports.management());
        LocalChanges changes = new LocalChanges(spec);
        return KeptTarget.start(spec.runId(), (number, waited) -> {
            LifeFiles files = new LifeFiles(spec.directory(), number);
            List<String> command = Commands.victim(programs, pinning, changes.spec(), ports, files);
            return new VictimLife(number, waited, files, ports, command, programs.workDirectory(), clock, counters);
        }, changes, new KeptTarget.Address(base, management, () -> {}), backOff);
    }

    @Override
    public Injection inject(InjectionPlan plan, int shards) throws IOException {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + "; allowed: 1 or more");
        }
        Path document = Files.writeString(plan.directory().resolve(PLAN), plan.document());
        return LocalInjection.start(plan.runId(), plan.directory(), shards, (shard, errors) -> Child.start(
                Commands.injector(programs, pinning, plan.runId(), shard, shards), programs.workDirectory(),
                new Child.Streams(document, null, errors)));
    }

    @Override
    public Duration injectorLead() {
        return LEAD;
    }
}
