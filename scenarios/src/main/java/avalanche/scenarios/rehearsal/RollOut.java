package avalanche.scenarios.rehearsal;

import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the service is as it was ordered: a pure function of its replicas.
 *
 * @param mitigation what was ordered
 * @param revision the latest revision before the order
 * @param orderedAt when it was ordered
 */
record RollOut(Mitigation mitigation, int revision, Instant orderedAt) {
    /** A platform that replaces replicas to change their limits shows the first of them by then. */
    private static final Duration IN_PLACE = Duration.ofSeconds(3);

    /** What was ordered of a service with these replicas. */
    static RollOut of(Mitigation mitigation, List<Instance> before, Instant orderedAt) {
        return new RollOut(mitigation, before.stream().mapToInt(Instance::revision).max().orElse(0), orderedAt);
    }

    /** Since when the service is as ordered; null where it is not, at {@code now}. */
    @Nullable
    Instant doneAt(List<Instance> instances, Instant now) {
        List<Instance> present = instances.stream().filter(instance -> instance.goneAt() == null).toList();
        return switch (mitigation) {
            case Mitigation.ScaleOut(int replicas) -> present.size() == replicas && areReady(present)
                    ? lastChange(instances)
                    : null;
            case Mitigation.Rollout _,Mitigation.Restart _ -> isReplaced(present) ? lastChange(instances) : null;
            case Mitigation.MoreMemory _,Mitigation.MoreCpu _ -> limited(instances, present, now);
        };
    }

    private @Nullable Instant limited(List<Instance> instances, List<Instance> present, Instant now) {
        if (instances.stream().anyMatch(instance -> instance.revision() > revision)) {
            return isReplaced(present) ? lastChange(instances) : null;
        }
        return Duration.between(orderedAt, now).compareTo(IN_PLACE) >= 0 ? orderedAt : null;
    }

    private boolean isReplaced(List<Instance> present) {
        return !present.isEmpty() && present.stream().allMatch(instance -> instance.revision() > revision) && areReady(
                present);
    }

    private static boolean areReady(List<Instance> present) {
        return present.stream().allMatch(instance -> instance.readyAt() != null);
    }

    /** When a replica last became ready or went, not before the order. */
    private Instant lastChange(List<Instance> instances) {
        return Stream.concat(instances.stream().map(Instance::readyAt), instances.stream().map(Instance::goneAt))
                .filter(
                        Objects::nonNull).filter(change -> change.isAfter(orderedAt)).max(Instant::compareTo).orElse(
                                orderedAt);
    }
}
