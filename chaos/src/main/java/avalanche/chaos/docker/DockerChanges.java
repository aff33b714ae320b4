package avalanche.chaos.docker;

import avalanche.chaos.keeper.Changes;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.TargetSpec;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.UpdateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the service's next container is made from, and the limits of the one that runs. */
final class DockerChanges implements Changes {
    static final Set<Ability> ABILITIES = Set.of(Ability.ROLL, Ability.LIMIT, Ability.RESTART);

    /**
     * What a container is made from.
     *
     * @param plugins the user's jars, as they are mounted
     * @param processors which ones service and injectors run on
     */
    record Wanted(TargetSpec spec, String image, Plugins plugins, Processors processors) {}

    /** Starts a life from what is wanted now. */
    interface Start {
        DockerLife of(Wanted wanted) throws IOException;
    }

    private final DockerClient engine;
    private final int processors;
    private Wanted wanted;
    private @Nullable DockerLife latest;

    /** @param processors how many the engine has */
    DockerChanges(DockerClient engine, int processors, Wanted wanted) {
        this.engine = engine;
        this.processors = processors;
        this.wanted = wanted;
    }

    /** Starts the next life; limits that change meanwhile wait for it. */
    synchronized DockerLife start(Start next) throws IOException {
        DockerLife life = next.of(wanted);
        latest = life;
        return life;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public synchronized Runnable revise(Revision revision) throws IOException {
        String image = revision.image();
        if (image != null) {
            requireImage(image);
        }
        Plugins plugins = Plugins.of(wanted.spec().with(revision.settings()));
        return () -> roll(revision, plugins);
    }

    private synchronized void roll(Revision revision, Plugins plugins) {
        String image = revision.image();
        wanted = new Wanted(wanted.spec().with(revision.settings()), image == null ? wanted.image() : image, plugins,
                wanted.processors());
    }

    private void requireImage(String image) throws IOException {
        try {
            engine.inspectImageCmd(image).exec();
        } catch (NotFoundException e) {
            throw new IOException("the Docker engine has no image " + image
                    + "; build it, or pull it (docker pull), or name one that is there", e);
        }
    }

    @Override
    public synchronized void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException {
        Container limits = wanted.spec().container().limited(memoryBytes, cpus);
        Processors pinned = cpus == null ? wanted.processors() : wanted.processors().widened(processors, cpus);
        DockerLife life = latest;
        if (life != null) {
            update(life.container(), limits, pinned);
        }
        wanted = new Wanted(wanted.spec().in(limits), wanted.image(), wanted.plugins(), pinned);
    }

    private void update(String container, Container limits, Processors pinned) throws IOException {
        UpdateContainerCmd command = engine.updateContainerCmd(container).withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes()).withNanoCPUs(Confinement.nanos(limits.cpus()));
        String processorsOf = pinned.victim();
        try {
            (processorsOf == null ? command : command.withCpusetCpus(processorsOf)).exec();
        } catch (NotFoundException _) {
            // Between two lives: the next one has them.
            latest = null;
        } catch (RuntimeException e) {
            throw new IOException("the Docker engine does not change the limits: " + e.getMessage(), e);
        }
    }
}
