package avalanche.victim.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyShapesTest {
    private final KeyShapes shapes = new KeyShapes();

    @Test
    void knowsTheClassOfAllWhileTheyAreOfOne() {
        assertThat(shapes.classOf("17")).isEqualTo(KeyShapes.UNKNOWN);
        shapes.note("17", 2);
        shapes.note("1718", 2);
        assertThat(shapes.classOf("17")).isEqualTo(2);
        shapes.note("x", 0);
        assertThat(shapes.classOf("17")).isEqualTo(2);
        assertThat(shapes.classOf("171")).isEqualTo(KeyShapes.UNKNOWN);
        assertThat(shapes.classOf("27")).isEqualTo(KeyShapes.UNKNOWN);
    }

    @Test
    void knowsTheClassOfEveryKeyThatWasNoted() {
        List<String> keys = List.of("", "1", "17", "order:1", "order:17", "\u2603", "x".repeat(1_000));
        for (int i = 0; i < keys.size(); i++) {
            shapes.note(keys.get(i), i);
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(shapes.classOf(keys.get(i))).as(keys.get(i)).isEqualTo(i);
        }
    }

    @Test
    void knowsNothingOnceTwoClassesShareAShape() {
        shapes.note("17", 0);
        shapes.note("1x", 1);
        shapes.note("17", 0);
        assertThat(shapes.classOf("17")).isEqualTo(KeyShapes.UNKNOWN);
        assertThat(shapes.classOf("1x")).isEqualTo(KeyShapes.UNKNOWN);
    }

    @Test
    void neverTellsAWrongClassWhileOthersNote() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int keyClass = i % 2;
                all.add(threads.submit(() -> noteEveryShape(keyClass)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private void noteEveryShape(int keyClass) {
        for (int length = 1; length < 32; length++) {
            for (char first = ' '; first < 127; first++) {
                String key = first + "x".repeat(length - 1);
                shapes.note(key, keyClass);
                assertThat(shapes.classOf(key)).isIn(keyClass, KeyShapes.UNKNOWN);
            }
        }
    }
}
