package avalanche.chaos.keeper;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders to a service that runs once: what replaces it ends it first, with the same grace as at the end, and starts the
 * next life at once, at the same address. In between nothing answers.
 */
final class KeptOperations implements Operations {
    private final KeptTarget target;
    private final Changes changes;

    KeptOperations(KeptTarget target, Changes changes) {
        this.target = target;
        this.changes = changes;
    }

    @Override
    public Set<Ability> abilities() {
        return changes.abilities();
    }

    @Override
    public void scale(int replicas) {
        throw refused(Ability.SCALE);
    }

    @Override
    public void roll(Revision revision) throws IOException {
        require(Ability.ROLL);
        target.renew(changes.revise(revision));
    }

    @Override
    public void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException {
        require(Ability.LIMIT);
        changes.limit(memoryBytes, cpus);
    }

    @Override
    public void restart() throws IOException {
        require(Ability.RESTART);
        target.renew(() -> {});
    }

    @Override
    public List<Instance> instances() {
        return target.instances();
    }

    private void require(Ability ability) {
        if (!abilities().contains(ability)) {
            throw refused(ability);
        }
    }

    private UnsupportedOperationException refused(Ability ability) {
        return new UnsupportedOperationException("this platform cannot " + ability.words() + "; it can: " + String.join(
                ", ", abilities().stream().sorted().map(Ability::words).toList()));
    }
}
