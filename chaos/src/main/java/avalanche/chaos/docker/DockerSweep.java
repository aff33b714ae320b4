package avalanche.chaos.docker;

import avalanche.chaos.engine.DockerEngine;
import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds and removes what runs left in the Docker engine when their harness was killed. */
public final class DockerSweep {
    private final DockerClient engine;

    private DockerSweep(DockerClient engine) {
        this.engine = engine;
    }

    /** What a leftover is. */
    public enum Kind {
        CONTAINER, NETWORK
    }

    /**
     * Something that carries a run's label; the run may still be going on.
     *
     * @param kind what it is
     * @param id the engine's
     * @param name the engine's
     * @param runId the run that it was started for
     * @param state as the engine words it, such as {@code Up 3 minutes}; empty for a network
     */
    public record Leftover(Kind kind, String id, String name, String runId, String state) {}

    /**
     * Of this machine's engine.
     *
     * @throws IOException if none answers; the message carries the remedy
     */
    public static DockerSweep connect() throws IOException {
        return new DockerSweep(DockerEngine.connect());
    }

    /** Everything with a run's label, in the order in which it can be removed. */
    public List<Leftover> find() {
        List<Leftover> found = new ArrayList<>();
        engine.listContainersCmd().withShowAll(true).withLabelFilter(List.of(DockerEngine.RUN_LABEL)).exec().forEach(
                container -> found.add(new Leftover(Kind.CONTAINER, container.getId(), container.getNames().length == 0
                        ? container.getId()
                        : container.getNames()[0].replaceFirst("^/", ""), runId(container.getLabels()), container
                                .getStatus())));
        engine.listNetworksCmd().withFilter("label", List.of(DockerEngine.RUN_LABEL)).exec().forEach(network -> found
                .add(new Leftover(Kind.NETWORK, network.getId(), network.getName(), runId(network.getLabels()), "")));
        return List.copyOf(found);
    }

    private static String runId(Map<String, String> labels) {
        return labels.getOrDefault(DockerEngine.RUN_LABEL, "");
    }

    /** Removes these, running or not; those that are gone already count as removed. */
    public void remove(List<Leftover> leftovers) {
        for (Leftover leftover : leftovers) {
            switch (leftover.kind()) {
                case CONTAINER -> Removal.container(engine, leftover.id());
                case NETWORK -> Removal.network(engine, leftover.id());
            }
        }
    }
}
