package avalanche.victim.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash trie's shape, its chains and branches, and what its walks meet. */
@Timeout(120)
class ConcurrentHashTrieTest {
    private final ConcurrentHashTrie<Key, Integer> trie = new ConcurrentHashTrie<>();

    /** A key whose place in the trie is chosen; 8 hexadecimal digits are the ways from the root down. */
    private record Key(int place, int number) {
        /** The hash code that spreads to the place. */
        @Override
        public int hashCode() {
            int hash = place ^ (place >>> 16);
            hash *= 0x7ED1B41D;
            hash = (hash ^ (hash >>> 13) ^ (hash >>> 26)) * 0xA5CB9243;
            return hash ^ (hash >>> 16);
        }
    }

    @Test
    void aChosenPlaceIsWhereTheKeyComesToStand() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            int place = random.nextInt();
            assertThat(Spread.of(new Key(place, 0))).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 5_000})
    void isAMapWhetherKeysAreFewManyOrOfEqualHashes(int places) {
        Map<Key, Integer> model = new HashMap<>();
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            Key key = new Key(random.nextInt(places) * 0x0101_0101, random.nextInt(4));
            switch (random.nextInt(4)) {
                case 0 -> assertThat(trie.put(key, i)).isEqualTo(model.put(key, i));
                case 1 -> assertThat(trie.replace(key, i)).isEqualTo(model.replace(key, i));
                case 2 -> assertThat(trie.remove(key)).isEqualTo(model.remove(key));
                default -> assertThat(trie.get(key)).isEqualTo(model.get(key));
            }
        }
        assertThat(walked()).isEqualTo(model);
        model.keySet().forEach(trie::remove);
        assertThat(walked()).isEmpty();
        assertThat(trie.branches()).isZero();
    }

    @Test
    void equalHashesShareAChain() {
        List<Key> keys = IntStream.range(0, 20).mapToObj(number -> new Key(0xCAFE_0001, number)).toList();
        keys.forEach(key -> assertThat(trie.put(key, key.number)).isNull());
        keys.forEach(key -> assertThat(trie.get(key)).isEqualTo(key.number));
        assertThat(trie.branches()).isZero();
        assertThat(trie.put(keys.get(10), -1)).isEqualTo(10);
        assertThat(trie.replace(keys.getLast(), -2)).isEqualTo(19);
        assertThat(trie.remove(keys.getFirst())).isZero();
        assertThat(trie.get(keys.getFirst())).isNull();
        assertThat(trie.get(new Key(0xCAFE_0001, 20))).isNull();
        assertThat(trie.remove(new Key(0xCAFE_0001, 20))).isNull();
        assertThat(walked()).hasSize(19).containsEntry(keys.get(10), -1).containsEntry(keys.getLast(), -2);
    }

    @Test
    void aChainMovesDownAsAWholeWhenAnotherHashComesToItsPlace() {
        trie.put(new Key(0xABC0_0000, 1), 1);
        trie.put(new Key(0xABC0_0000, 2), 2);
        trie.put(new Key(0xABD0_0000, 3), 3);
        assertThat(trie.branches()).isEqualTo(2);
        assertThat(trie.get(new Key(0xABC0_0000, 1))).isEqualTo(1);
        assertThat(trie.get(new Key(0xABC0_0000, 2))).isEqualTo(2);
        assertThat(trie.get(new Key(0xABD0_0000, 3))).isEqualTo(3);
    }

    @Test
    void hashesThatDifferInTheirLastBitsOnlyAreToldApartAtTheDeepestLevel() {
        Key even = new Key(0x1234_5670, 0);
        Key odd = new Key(0x1234_5671, 0);
        trie.put(even, 0);
        trie.put(odd, 1);
        assertThat(trie.branches()).isEqualTo(7);
        assertThat(trie.get(even)).isZero();
        assertThat(trie.get(odd)).isEqualTo(1);
        assertThat(trie.get(new Key(0x1234_5672, 0))).isNull();
        assertThat(trie.get(new Key(0x1234_0000, 0))).isNull();
    }

    @Test
    void aRemovalTakesOutEveryBranchThatItLeavesEmptyAndNoOther() {
        Key even = new Key(0x1234_5670, 0);
        Key odd = new Key(0x1234_5671, 0);
        Key aside = new Key(0x12F0_0000, 0);
        List.of(even, odd, aside).forEach(key -> trie.put(key, key.place));
        trie.remove(even);
        assertThat(trie.branches()).isEqualTo(7);
        trie.remove(odd);
        assertThat(trie.branches()).isEqualTo(2);
        assertThat(trie.pruned()).isEqualTo(5);
        assertThat(trie.get(aside)).isEqualTo(aside.place);
        trie.remove(aside);
        assertThat(trie.branches()).isZero();
        assertThat(trie.put(even, 1)).isNull();
        assertThat(walked()).containsOnlyKeys(even);
    }

    @Test
    void aWalkMeetsAKeyAddedAheadOfItAndNoneAddedBehindIt() {
        Key behind = new Key(0x1000_0000, 0);
        Key first = new Key(0x5000_0000, 0);
        Key beside = new Key(0x5100_0000, 0);
        Key ahead = new Key(0x9000_0000, 0);
        trie.put(first, 0);
        List<Key> met = new ArrayList<>();
        trie.walk((key, _) -> {
            met.add(key);
            List.of(behind, beside, ahead).forEach(added -> trie.put(added, 1));
            return true;
        });
        assertThat(met).containsExactly(first, ahead);
        assertThat(walked()).containsOnlyKeys(behind, first, beside, ahead);
    }

    @Test
    void aWalkEndsWhenItsVisitorHasEnoughInAChainOrInABranch() {
        for (int number = 0; number < 3; number++) {
            trie.put(new Key(0x5000_0000, number), 0);
            trie.put(new Key(0x6000_0000 + number, 0), 0);
        }
        for (int enough = 1; enough <= 6; enough++) {
            List<Key> met = new ArrayList<>();
            int most = enough;
            assertThat(trie.walk((key, _) -> {
                met.add(key);
                return met.size() < most;
            })).isFalse();
            assertThat(met).hasSize(enough);
        }
    }

    @Test
    void aWalkMeetsWhatIsThereThroughoutOnceWhileBranchesComeAndGoAroundIt() throws Exception {
        List<Key> stay = IntStream.range(0, 500).mapToObj(number -> new Key(number << 8, 0)).toList();
        stay.forEach(key -> trie.put(key, 0));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> churns = IntStream.of(1, 2).<Future<?>>mapToObj(seed -> threads.submit(() -> churn(seed)))
                    .toList();
            int walks = 0;
            while (walks < 20 || churns.stream().anyMatch(churn -> !churn.isDone())) {
                walks++;
                Set<Key> met = new HashSet<>();
                trie.walk((key, _) -> {
                    assertThat(met.add(key)).as("%s is met once", key).isTrue();
                    return true;
                });
                assertThat(met).containsAll(stay);
            }
            for (Future<?> churn : churns) {
                churn.get();
            }
        }
        assertThat(trie.pruned()).isPositive();
        assertThat(walked().keySet()).containsExactlyInAnyOrderElementsOf(stay);
    }

    /** Adds and takes out keys beside, below and of the same hash as those that stay, three in a row. */
    private void churn(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int value = i;
            int place = random.nextInt(700) << 8;
            List<Key> keys = IntStream.range(0, 3).mapToObj(below -> new Key(place + below, seed)).toList();
            keys.forEach(key -> assertThat(trie.put(key, value)).isNull());
            keys.forEach(key -> assertThat(trie.remove(key)).isEqualTo(value));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0000_0001, 0x1000_0000, 0x1111_1111, 0})
    void noWriteIsLostToABranchTakenOutUnderneathIt(int step) throws Exception {
        int threads = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Map<Key, Integer>>> writers = IntStream.range(0, threads).mapToObj(writer -> pool.submit(
                    () -> writeOwnKeys(writer, step))).toList();
            Map<Key, Integer> expected = new HashMap<>();
            for (Future<Map<Key, Integer>> writer : writers) {
                expected.putAll(writer.get());
            }
            assertThat(walked()).isEqualTo(expected);
            expected.keySet().forEach(trie::remove);
        }
        assertThat(walked()).isEmpty();
        assertThat(trie.branches()).isZero();
    }

    /** Writes keys that no other thread writes, at places that all share; answers what it left. */
    private Map<Key, Integer> writeOwnKeys(int writer, int step) {
        Map<Key, Integer> model = new HashMap<>();
        Random random = new Random(writer);
        for (int i = 0; i < 40_000; i++) {
            Key key = new Key(random.nextInt(3) * step, writer);
            switch (random.nextInt(5)) {
                case 0, 1 -> assertThat(trie.put(key, i)).isEqualTo(model.put(key, i));
                case 2 -> assertThat(trie.replace(key, i)).isEqualTo(model.replace(key, i));
                default -> assertThat(trie.remove(key)).isEqualTo(model.remove(key));
            }
            assertThat(trie.get(key)).isEqualTo(model.get(key));
        }
        return model;
    }

    @Test
    void twoThatTakeOutTheSameKeyDoNotBothGetIt() throws Exception {
        int keys = 20_000;
        for (int number = 0; number < keys; number++) {
            trie.put(new Key(number * 0x9E37_79B9, 0), number);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Long>> takers = IntStream.range(0, 4).mapToObj(_ -> pool.submit(() -> IntStream.range(0, keys)
                    .filter(number -> trie.remove(new Key(number * 0x9E37_79B9, 0)) != null).count())).toList();
            long taken = 0;
            for (Future<Long> taker : takers) {
                taken += taker.get();
            }
            assertThat(taken).isEqualTo(keys);
        }
        assertThat(trie.branches()).isZero();
    }

    @Test
    void aWalkHoldsNoLockWhileItsVisitorRuns() {
        trie.put(new Key(1, 0), 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            trie.walk((key, _) -> {
                assertThat(threads.submit(() -> trie.put(key, 2))).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1);
                assertThat(threads.submit(() -> trie.get(key))).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(2);
                return true;
            });
        }
    }

    private Map<Key, Integer> walked() {
        Map<Key, Integer> walked = new HashMap<>();
        assertThat(trie.walk((key, value) -> walked.put(key, value) == null)).isTrue();
        return walked;
    }
}
