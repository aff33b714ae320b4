package avalanche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Quantiles;
import avalanche.results.evidence.Second;
import avalanche.results.evidence.Vitals;
import avalanche.scenarios.rehearsal.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final List<PhaseSpan> PHASES = List.of(new PhaseSpan("healthy", 0, 10), new PhaseSpan("incident", 10,
            70));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aLineNamesPhaseTimesAndReadings() {
        Progress progress = new PlainProgress(err);
        progress.begins("incident", PHASES);
        progress.second(alive(10, "incident"));

        assertThat(written()).isEqualTo(
                "incident | incident  0:11 of 1:10, 0:59 left | arrivals 254/s   write p99 4.81 s   "
                        + "in flight 1,204   entries 4,190   walk 512 ms   heap 171 of 192 MiB\n");
    }

    @Test
    void linesComeAtEveryPhaseAndEveryFewSeconds() {
        Progress progress = new PlainProgress(err);
        progress.begins("control", PHASES);
        for (int second = 0; second < 12; second++) {
            progress.second(alive(second, second < 10 ? "healthy" : "incident"));
        }

        assertThat(written().lines().map(line -> line.replaceAll(".*(\\d:\\d\\d) of.*", "$1"))).containsExactly("0:01",
                "0:06", "0:11");
    }

    @Test
    void aDeadServiceIsNotShownAsZeroes() {
        Progress progress = new PlainProgress(err);
        progress.begins("incident", PHASES);
        progress.second(new Second(10, "incident", Map.of(), Quantiles.EMPTY, null));

        assertThat(written()).contains("the service does not answer").doesNotContain("in flight");
    }

    @Test
    void aTerminalIsDrawnInPlaceAndNotesStayAbove() {
        Progress progress = new LiveProgress(err, 60);
        progress.begins("incident", PHASES);
        progress.second(alive(20, "incident"));
        progress.note("the service died");
        progress.second(alive(21, "incident"));
        progress.ends();

        assertThat(Screen.of(written())).containsExactly("the service died");
        assertThat(written().lines().map(line -> line.replaceAll("\033\\[[0-9]*[A-Z]|\r", ""))).allMatch(line -> line
                .length() < 60);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Second alive(int second, String phase) {
        Quantiles slow = new Quantiles(200, 2000, 1900, 4000, 4807, 4900, 5000);
        Second.Traffic writes = new Second.Traffic(new Counts(200, 200, 200, Map.of(), 0, 0, 0), slow, slow);
        Second.Traffic all = new Second.Traffic(new Counts(254, 254, 254, Map.of(), 0, 0, 0), slow, slow);
        Quantiles walks = new Quantiles(2, 512, 512, 520, 520, 520, 520);
        Vitals vitals = new Vitals(1, 21_000, 1204, 1190, 4000, 1, 4190, 1, 100, walks, 171L << 20, 192L << 20,
                260L << 20, 0.4, 9,
                61, Map.of());
        return new Second(second, phase, Map.of(Second.ALL, all, Second.WRITES, writes), Quantiles.EMPTY, vitals);
    }
}
