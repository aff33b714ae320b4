package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.mutant.Mutant;
import avalanche.victim.map.proof.HashMapModel;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long random runs of one thread against a plain hash map, from fixed seeds. */
class HashMapModelTest {
    private static final String ALL = "avalanche.victim.map.Providers#all";
    private static final int SEEDS = 8;
    private static final int OPERATIONS = 50_000;

    @ParameterizedTest
    @MethodSource(ALL)
    void agreesOnFewKeys(OrderMapProvider provider) {
        check(provider, plain(12));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void agreesOnManyKeys(OrderMapProvider provider) {
        check(provider, plain(3_000));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void agreesOnKeysOfOneHashCode(OrderMapProvider provider) {
        check(provider, colliding(6));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void agreesOnKeysWhoseHashCodesShareTheirLowBits(OrderMapProvider provider) {
        check(provider, IntStream.iterate(0, n -> n + 1).mapToObj(n -> "o-" + n).filter(id -> (id.hashCode()
                & 0x3FF) == 0).limit(100).toList());
    }

    @Test
    void tellsWhereAMapDoesNotAgree() {
        assertThatThrownBy(() -> HashMapModel.check(Mutant.FORGETS_COLLIDING_KEYS, colliding(2), 1, OPERATIONS))
                .isInstanceOf(AssertionError.class).hasMessageContaining("seed 1, operation ").hasMessageContaining(
                        "the model: ");
    }

    private static void check(OrderMapProvider provider, List<String> ids) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            HashMapModel.check(provider, ids, seed, OPERATIONS);
        }
    }

    private static List<String> plain(int count) {
        return IntStream.range(0, count).mapToObj(id -> "o-" + id).toList();
    }

    /** All words of so many syllables "Aa" or "BB", which have one hash code. */
    private static List<String> colliding(int syllables) {
        List<String> words = List.of("");
        for (int i = 0; i < syllables; i++) {
            words = words.stream().flatMap(word -> Stream.of(word + "Aa", word + "BB")).toList();
        }
        return words;
    }
}
