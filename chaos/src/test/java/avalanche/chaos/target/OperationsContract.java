package avalanche.chaos.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What every platform keeps to of the operations that it declares, one after the other on one service. */
final class OperationsContract {
    private static final Set<Ability> ALL = EnumSet.of(Ability.SCALE, Ability.ROLL, Ability.LIMIT, Ability.RESTART);
    private static final long MEBIBYTE = 1 << 20;
    private static final long MEMORY = 448 * MEBIBYTE;
    private static final Map<String, String> CONCURRENT = Map.of("victim.map.strategy", "concurrent");

    private final PlatformContract platform;
    private final Target target;
    private final Operations operations;
    private final Set<Ability> declared;

    OperationsContract(PlatformContract platform, Target target, Set<Ability> declared) {
        this.platform = platform;
        this.target = target;
        this.operations = Objects.requireNonNull(target.operations());
        this.declared = declared;
    }

    private interface Order {
        void give() throws IOException;
    }

    void check() throws Exception {
        Set<Ability> declaredOperations = EnumSet.copyOf(ALL);
        declaredOperations.retainAll(declared);
        assertThat(operations.abilities()).isEqualTo(declaredOperations);
        assertThat(operations.instances()).extracting(Instance::revision).containsExactly(1);
        order(Ability.SCALE, () -> operations.scale(2));
        if (declared.contains(Ability.SCALE)) {
            scalesOutAndIn();
        }
        var address = target.baseUri();
        order(Ability.ROLL, () -> operations.roll(new Revision(null, CONCURRENT)));
        if (declared.contains(Ability.ROLL)) {
            settlesAt(2);
            assertThat(target.management().get("/vitals")).contains("\"strategy\":\"concurrent\"");
        }
        order(Ability.LIMIT, () -> operations.limit(MEMORY, null));
        if (declared.contains(Ability.LIMIT)) {
            assertThat(platform.within(() -> limit() == MEMORY && ready() == 1)).as(target.diagnostics()).isTrue();
        }
        int revision = operations.instances().getLast().revision();
        order(Ability.RESTART, operations::restart);
        if (declared.contains(Ability.RESTART)) {
            settlesAt(revision + 1);
            assertThat(target.management().get("/vitals")).contains("\"strategy\":\"concurrent\"");
            assertThat(declared.contains(Ability.LIMIT) ? limit() : MEMORY).isEqualTo(MEMORY);
        }
        assertThat(target.baseUri()).isEqualTo(address);
        assertThat(target.lives()).as(target.diagnostics()).allMatch(life -> !life.ending().isDeath()).allMatch(
                life -> life.backOff().isZero());
    }

    /** Gives an order that is declared; one that is not is refused, and changes nothing. */
    private void order(Ability ability, Order order) throws IOException {
        if (declared.contains(ability)) {
            order.give();
            return;
        }
        List<Instance> before = operations.instances();
        assertThatThrownBy(order::give).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining(ability
                .words());
        assertThat(operations.instances()).isEqualTo(before);
    }

    private void scalesOutAndIn() throws Exception {
        assertThat(platform.within(() -> ready() == 2)).as(target.diagnostics()).isTrue();
        assertThatThrownBy(() -> operations.scale(100_000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: 1 to");
        operations.scale(1);
        assertThat(platform.within(() -> target.lives().stream().anyMatch(life -> life.ending() == Ending.STOPPED)))
                .as(target.diagnostics()).isTrue();
        assertThat(operations.instances()).extracting(Instance::revision).containsExactly(1, 1);
    }

    /** The replicas of the revision before are gone, and of this one there is one that answers. */
    private void settlesAt(int revision) throws Exception {
        assertThat(platform.within(() -> {
            List<Instance> present = present();
            return present.size() == 1 && present.getFirst().revision() == revision && present.getFirst()
                    .readyAt() != null;
        })).as(target.diagnostics()).isTrue();
        List<Instance> instances = operations.instances();
        Instance last = instances.getLast();
        assertThat(last.revision()).isEqualTo(revision);
        assertThat(Objects.requireNonNull(last.readyAt())).isAfterOrEqualTo(last.createdAt());
        assertThat(instances.subList(0, instances.size() - 1)).allMatch(instance -> instance.goneAt() != null);
        assertThat(target.lives().getLast().ending()).isEqualTo(Ending.ALIVE);
    }

    private List<Instance> present() {
        return operations.instances().stream().filter(instance -> instance.goneAt() == null).toList();
    }

    /** How many answer; -1 while one is there that does not, or that is on its way out. */
    private int ready() {
        List<Instance> present = present();
        return present.stream().allMatch(instance -> instance.readyAt() != null) ? present.size() : -1;
    }

    private long limit() {
        try {
            return platform.memoryLimit(platform.runId());
        } catch (Exception e) {
            throw new AssertionError("the limit could not be read", e);
        }
    }
}
