package avalanche.chaos.stream;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Injection.Line;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LineQueueTest {
    private static final Duration LONG = Duration.ofSeconds(15);

    @Test
    void isDoneWhenEveryWriterFinishedAndEveryLineWasTaken() throws InterruptedException {
        try (LineQueue queue = new LineQueue(4, 2)) {
            queue.put(new Line(0, "a"));
            queue.finish();
            queue.finish();
            assertThat(queue.isDone()).isFalse();
            assertThat(queue.take(LONG)).isEqualTo(new Line(0, "a"));
            assertThat(queue.isDone()).isTrue();
            assertThat(queue.take(LONG)).isNull();
        }
    }

    @Test
    void waitsForALineNoLongerThanAsked() throws InterruptedException {
        try (LineQueue queue = new LineQueue(4, 1)) {
            assertThat(queue.take(Duration.ofMillis(1))).isNull();
            assertThat(queue.isDone()).isFalse();
        }
    }

    @Test
    void letsAWriterGoThatWaitsForRoomWhenItIsClosed() throws InterruptedException {
        LineQueue queue = new LineQueue(1, 1);
        queue.put(new Line(0, "fills it"));
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                queue.put(new Line(0, "waits"));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        queue.close();
        assertThat(writer.join(LONG)).isTrue();
        assertThat(queue.take(LONG)).isEqualTo(new Line(0, "fills it"));
        assertThat(queue.take(LONG)).isNull();
    }
}
