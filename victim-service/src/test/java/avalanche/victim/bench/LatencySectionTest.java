package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencySectionTest {
    private static LatencyRow row(String variant, int callback, int round, long unfinished, long p99) {
        return new LatencyRow(variant, 4_200, callback, round, 10_000, unfinished, 37, 400, p99, 2 * p99, 3 * p99, p99
                / 2, 2,
                callback <= 0 ? 0 : 1_070_000, true);
    }

    @Test
    void aTableTellsMediansOfTheRoundsAndTheLongestOfAll() {
        String page = new LatencySection(List.of(row("concurrent", 1_000, 0, 0, 1_000), row("concurrent", 1_000, 1, 0,
                9_000), row("concurrent", 1_000, 2, 0, 2_000))).render();
        assertThat(page).contains("4 200 entries, walks with a callback of 1.00 ms:",
                "| `concurrent` | 400 ns | 2.00 µs | 1.00 × | 1.00 µs | 1.00 × | 4.00 µs | 27.0 µs |  | 6 | 1.07 ms |")
                .contains(
                        "medians of 3 rounds");
    }

    @Test
    void whatTheMachineKeptTheWriterFromIsTold() {
        assertThat(new LatencySection(List.of(row("concurrent", 0, 0, 0, 1_000))).render()).contains(
                "The machine kept the writer from 0.4 % of its writes while it was idle");
    }

    @Test
    void whatComesRoundMoreOftenIsTold() {
        assertThat(new LatencySection(List.of(row("concurrent", 0, 0, 0, 1_000), row("concurrent", 1_000, 0, 0, 1_000),
                row("concurrent", 1_000, 1, 0, 1_000))).render()).contains(
                        "medians of 1 round, of 2 where a goal judges them");
    }

    @Test
    void whatWasCutOffIsToldAsALowerBound() {
        String page = new LatencySection(List.of(row("concurrent", 0, 0, 0, 1_000), row("locked", 0, 0, 2_500,
                5_000_000))).render();
        assertThat(page).contains(
                "| `locked` | ≥ 400 ns | ≥ 5.00 ms | ≥ 5 000 × | ≥ 2.50 ms | ≥ 5 000 × | ≥ 10.0 ms | ≥ 15.0 ms | 25.0 % |")
                .contains("4 200 entries, walks without a callback:");
    }

    @Test
    void withoutWalksThereIsNeitherTheirNumberNorACallback() {
        assertThat(new LatencySection(List.of(row("concurrent", LatencyRow.NO_WALK, 0, 0, 1_000))).render()).contains(
                "4 200 entries, no walk:", "| 3.00 µs |  |  |  |");
    }

    @Test
    void withoutTheReferenceThereIsNoRelation() {
        assertThat(new LatencySection(List.of(row("locked", 0, 0, 0, 1_000))).render()).contains(
                "| `locked` | 400 ns | 1.00 µs |  | 500 ns |  | 2.00 µs |");
    }
}
