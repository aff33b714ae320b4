package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static List<Double> numbers(int count) {
        List<Double> numbers = new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(Double::valueOf).toList());
        Collections.reverse(numbers);
        return numbers;
    }

    /** The ranks are those of the binomial distribution for 1/2. */
    @Test
    void theIntervalsEndsAreOrderStatistics() {
        assertThat(Relation.of(numbers(5))).isEqualTo(new Relation(3, 1, 5));
        assertThat(Relation.of(numbers(7))).isEqualTo(new Relation(4, 1, 7));
        assertThat(Relation.of(numbers(8))).isEqualTo(new Relation(4.5, 2, 7));
        assertThat(Relation.of(numbers(15))).isEqualTo(new Relation(8, 4, 12));
        assertThat(Relation.of(numbers(31))).isEqualTo(new Relation(16, 11, 21));
    }

    @Test
    void fewRoundsTellNoInterval() {
        assertThat(Relation.of(numbers(4))).isEqualTo(new Relation(2.5, Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY));
        assertThat(Relation.of(numbers(4)).told()).isEqualTo("2.50 ×");
        assertThat(Relation.of(numbers(5)).told()).isEqualTo("3.00 × (1.00 to 5.00)");
        assertThat(Relation.exactly(12).told()).isEqualTo("12.0 ×");
        assertThat(Relation.UNKNOWN.told()).isEmpty();
    }

    /** Of skewed relations with a heavy tail, as a busy machine makes them: the true median is 1. */
    @Test
    void theIntervalCoversTheMedianAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(7);
        for (int rounds : List.of(5, 15, 31)) {
            long covered = IntStream.range(0, 2_000).filter(_ -> {
                Relation relation = Relation.of(IntStream.range(0, rounds).mapToObj(_ -> Math.exp(random.nextGaussian()
                        * 1.5)).toList());
                return relation.low() <= 1 && relation.high() >= 1;
            }).count();
            assertThat(covered / 2_000.0).as(rounds + " rounds").isBetween(0.88, 0.99);
        }
    }
}
