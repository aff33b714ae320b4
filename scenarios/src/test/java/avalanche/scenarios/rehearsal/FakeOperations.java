package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations that keep what was ordered, and show the replicas that a test gives them. */
final class FakeOperations implements Operations {
    final List<String> orders = new ArrayList<>();
    List<Instance> replicas = List.of();
    @Nullable
    IOException refusal;

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.SCALE, Ability.ROLL, Ability.LIMIT, Ability.RESTART);
    }

    @Override
    public void scale(int count) throws IOException {
        order("scale " + count);
    }

    @Override
    public void roll(Revision revision) throws IOException {
        order("roll " + revision.settings());
    }

    @Override
    public void limit(@Nullable Long memoryBytes, @Nullable Double cpus) throws IOException {
        order("limit " + memoryBytes + " " + cpus);
    }

    @Override
    public void restart() throws IOException {
        order("restart");
    }

    private void order(String words) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        orders.add(words);
    }

    @Override
    public List<Instance> instances() {
        return replicas;
    }
}
