package avalanche.victim.map.proof;

import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * Scenarios in which a walk over a moving map shows a state of no instant: one thread walks while the other writes an
 * early key and then a late one. In what order a map walks is not known, so each is there in both.
 */
final class WalkScenarios {
    private WalkScenarios() {}

    /** All of them; small, so that few interleavings are not tried. */
    static List<ExecutionScenario> all() {
        return Stream.of(new int[]{0, 2}, new int[]{2, 0}, new int[]{0, 1}, new int[]{1, 0}).flatMap(keys -> Stream.of(
                written(keys[0], keys[1]), moved(keys[0], keys[1]))).toList();
    }

    /** Both keys are there, and are written one after the other. */
    private static ExecutionScenario written(int first, int second) {
        return whileWalked(List.of(put(first, 1), put(second, 1)), List.of(put(first, 2), put(second, 2)));
    }

    /** Only one key is there at first, and only the other one at last; never none. */
    private static ExecutionScenario moved(int from, int to) {
        return whileWalked(List.of(put(from, 1)), List.of(put(to, 2), actor("remove", from)));
    }

    private static ExecutionScenario whileWalked(List<Actor> before, List<Actor> writes) {
        return new ExecutionScenario(before, List.of(List.of(actor("walked")), writes), List.of(actor("walked")), null);
    }

    private static Actor put(int key, int items) {
        return actor("put", key, items);
    }

    private static Actor actor(String operation, Integer... arguments) {
        Class<?>[] types = Stream.of(arguments).map(_ -> int.class).toArray(Class<?>[]::new);
        try {
            return new Actor(WalkOperations.class.getMethod(operation, types), List.of(arguments));
        } catch (NoSuchMethodException missing) {
            throw new AssertionError("no operation " + operation + " with " + arguments.length + " arguments", missing);
        }
    }
}
