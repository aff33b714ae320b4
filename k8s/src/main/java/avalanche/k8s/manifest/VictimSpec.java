package avalanche.k8s.manifest;

import avalanche.chaos.target.Container;
import avalanche.chaos.target.Room;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The service to run.
 *
 * @param placement where
 * @param runId label of everything
 * @param image the service's image
 * @param pullPolicy when nodes fetch the image
 * @param arguments the container's arguments, in order
 * @param container its limits and its liveness probe
 * @param plugins the service's plugin files by name, at most {@link #MOST_PLUGIN_BYTES} in all; mounted read-only
 * @param replicas how many at first, 1 or more
 * @param mostReplicas how many the quota of an own namespace leaves room for
 * @param room what one of them may come to need
 */
public record VictimSpec(Placement placement, String runId, String image, PullPolicy pullPolicy, List<String> arguments,
        Container container, Map<String, byte[]> plugins, int replicas, int mostReplicas,
        Room room) {
    /** What one ConfigMap can carry, with room for its other fields. */
    public static final long MOST_PLUGIN_BYTES = (1 << 20) - (16 << 10);

    /** With room for {@code mostReplicas} as they are at the start. */
    public VictimSpec(Placement placement, String runId, String image, PullPolicy pullPolicy, List<String> arguments,
            Container container, Map<String, byte[]> plugins, int replicas, int mostReplicas) {
        this(placement, runId, image, pullPolicy, arguments, container, plugins, replicas, mostReplicas, Room.NONE);
    }

    /** Most memory of one replica at any time, in bytes. */
    long mostMemoryBytes() {
        return Math.max(container.memoryBytes(), room.memoryBytes());
    }

    /** Most processors of one replica at any time. */
    double mostCpus() {
        return Math.max(container.cpus(), room.cpus());
    }

    public VictimSpec {
        arguments = List.copyOf(arguments);
        plugins = Map.copyOf(new TreeMap<>(plugins));
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 1 or more");
        }
        if (mostReplicas < replicas) {
            throw new IllegalArgumentException("mostReplicas is " + mostReplicas + "; allowed: replicas, " + replicas
                    + ", or more");
        }
        long bytes = plugins.values().stream().mapToLong(content -> content.length).sum();
        if (bytes > MOST_PLUGIN_BYTES) {
            throw new IllegalArgumentException("the plugins " + String.join(", ", new TreeMap<>(plugins).keySet())
                    + " are " + bytes + " bytes; a ConfigMap takes them to the service, allowed: " + MOST_PLUGIN_BYTES
                    + ". Build an image that contains them and name it instead");
        }
    }
}
