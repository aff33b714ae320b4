package avalanche.k8s.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Injectors to run.
 *
 * @param placement where
 * @param runId label of everything
 * @param image the injector's image
 * @param pullPolicy when nodes fetch the image
 * @param plan the document that they carry out, at most {@link #MOST_PLAN_BYTES} in UTF-8
 * @param shards the container's arguments of each shard, in order of the shards
 * @param memoryBytes memory of each
 * @param cpus the limit of processors of each
 */
public record InjectorSpec(Placement placement, String runId, String image, PullPolicy pullPolicy, String plan,
        List<List<String>> shards, long memoryBytes, double cpus) {
    /** What one ConfigMap can carry, with room for its other fields. */
    public static final long MOST_PLAN_BYTES = (1 << 20) - (16 << 10);

    public InjectorSpec {
        shards = shards.stream().map(List::copyOf).toList();
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("shards is empty; allowed: 1 or more");
        }
        int bytes = plan.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_PLAN_BYTES) {
            throw new IllegalArgumentException("the plan is " + bytes + " bytes; a ConfigMap takes it to the injectors,"
                    + " allowed: " + MOST_PLAN_BYTES);
        }
    }
}
