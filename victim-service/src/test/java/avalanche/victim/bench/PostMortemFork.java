package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Readers and writers by the thousand on one map, each a virtual thread, in a JVM of its own: prints a
 * {@link PostMortemRow} a line.
 *
 * <p>
 * A closed workload: every client reads or writes with the same probability, gives way, and goes on. A response time is
 * that of the operation alone, waits for locks included.
 */
final class PostMortemFork {
    private static final int WARM_UP = -1;

    private final String name;
    private final int clients;
    private final int keys;
    private final long nanos;
    private final OrderMap map;
    private final String[] ids;

    private PostMortemFork(String name, int clients, int keys, int millis) {
        this.name = name;
        this.clients = clients;
        this.keys = keys;
        nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        map = Maps.filled(Maps.provider(name), keys);
        ids = Maps.ids(keys);
    }

    /** Arguments: map, clients, keys, rounds, milliseconds a round. */
    public static void main(String[] arguments) {
        PostMortemFork fork = new PostMortemFork(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(
                arguments[2]), Integer.parseInt(arguments[4]));
        fork.measure(0, WARM_UP);
        for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
            print(fork.measure(0, round));
            print(fork.measure(1, round));
        }
    }

    private PostMortemRow measure(int freshPercent, int round) {
        Histogram responses = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(10), 3);
        CountDownLatch start = new CountDownLatch(1);
        Window window = new Window(start);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                Client each = new Client(client, freshPercent, responses, window);
                threads.execute(each::run);
            }
            start.countDown();
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            window.over = true;
        }
        return new PostMortemRow(name, freshPercent, round, clients, keys, responses.getTotalCount(), responses
                .getValueAtPercentile(50), responses.getValueAtPercentile(99), responses.getMaxValue());
    }

    private static void print(PostMortemRow row) {
        System.out.println(Results.JSON.writeValueAsString(row));
    }

    /** The time in which all clients work. */
    private static final class Window {
        private final CountDownLatch start;
        private volatile boolean over;

        private Window(CountDownLatch start) {
            this.start = start;
        }
    }

    /** One reader and writer. */
    private final class Client {
        private final int number;
        private final int freshPercent;
        private final Histogram responses;
        private final Window window;
        private final SplittableRandom random;
        private long made;

        private Client(int number, int freshPercent, Histogram responses, Window window) {
            this.number = number;
            this.freshPercent = freshPercent;
            this.responses = responses;
            this.window = window;
            random = new SplittableRandom(number);
        }

        @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it makes all clients take part at once
        private void run() {
            try {
                window.start.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            while (!window.over) {
                operate();
                Thread.yield();
            }
            map.remove(fresh(made));
        }

        private void operate() {
            boolean reads = random.nextBoolean();
            boolean isNew = !reads && random.nextInt(100) < freshPercent;
            String id = isNew ? fresh(++made) : ids[random.nextInt(keys)];
            long from = System.nanoTime();
            if (reads) {
                map.get(id);
            } else {
                map.put(Maps.order(id));
            }
            responses.recordValue(System.nanoTime() - from);
            if (isNew) {
                map.remove(fresh(made - 1));
            }
        }

        private String fresh(long which) {
            return "n-" + number + "-" + which;
        }
    }
}
