package avalanche.victim.map.proof;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.OrderMapProvider;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Lincheck's proof that what concurrent operations answer could have been answered by a hash map, one after another, in
 * an order that agrees with real time.
 *
 * <p>
 * Scenarios come from a fixed seed. Model checking runs each in many interleavings of a sequentially consistent memory,
 * chosen by Lincheck and the same in every run; stress runs it in real threads, on the memory that there is.
 *
 * <p>
 * Two things are left out of the interleavings, and out of them only. The book of a lock ({@code LockWatch} and what it
 * measures into): no operation reads it, it waits for nothing, and it has more places to switch threads at than a map.
 * What Caffeine notes for its eviction policy: it is worked off by threads of a pool, which Lincheck cannot replay, and
 * evicts nothing below the bound.
 */
public final class Linearizability {
    private Linearizability() {}

    /**
     * Model checks the operations on single keys and, where the provider claims that a walk shows one instant, walks as
     * operations among them.
     *
     * @throws AssertionError with the scenario and the interleaving that no order explains
     */
    public static void modelCheck(OrderMapProvider provider) {
        boolean walks = provider.guarantees().consistency() == Consistency.INSTANT;
        if (walks) {
            modelCheckWalks(provider);
        }
        modelChecking().iterations(Effort.times(walks ? 4 : 8)).check(operations(provider));
    }

    /**
     * Model checks walks in {@link WalkScenarios}, whatever the provider claims.
     *
     * @throws AssertionError with the scenario and the interleaving in which a walk shows a state of no instant
     */
    public static void modelCheckWalks(OrderMapProvider provider) {
        ModelCheckingOptions options = modelChecking().iterations(0);
        WalkScenarios.all().forEach(options::addCustomScenario);
        options.check(OperationsClass.of(provider, WalkOperations.class));
    }

    private static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions().invocationsPerIteration(Effort.times(150)).threads(2).actorsBefore(2)
                .actorsPerThread(3).actorsAfter(2).sequentialSpecification(MapSpecification.class)
                .addGuarantee(theBookOfALock()).addGuarantee(theNotesForEviction());
    }

    /**
     * Runs the same operations under stress.
     *
     * @throws AssertionError with the scenario and the answers that no order explains
     */
    public static void stress(OrderMapProvider provider) {
        new StressOptions().iterations(Effort.times(6)).invocationsPerIteration(200).threads(2).actorsBefore(2)
                .actorsPerThread(4).actorsAfter(2).sequentialSpecification(MapSpecification.class)
                .check(operations(provider));
    }

    private static Class<?> operations(OrderMapProvider provider) {
        return OperationsClass.of(provider, switch (provider.guarantees().consistency()) {
            case INSTANT -> WalkOperations.class;
            case INSTANT_PER_SECTION, WEAK -> MapOperations.class;
        });
    }

    private static ManagedStrategyGuarantee theBookOfALock() {
        return ManagedStrategyGuaranteeKt.forClasses(Linearizability::isTheBookOfALock).allMethods().ignore();
    }

    private static ManagedStrategyGuarantee theNotesForEviction() {
        return ManagedStrategyGuaranteeKt.forClasses(name -> name.startsWith("com.github.benmanes.caffeine.cache."))
                .methods("afterRead", "afterWrite").ignore();
    }

    private static boolean isTheBookOfALock(String name) {
        return name.startsWith("avalanche.victim.map.LockWatch") || name.startsWith("avalanche.victim.measure.");
    }
}
