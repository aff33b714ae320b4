package avalanche.chaos.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Repeats its plan: prints one line for each of its words; {@code flood} prints without end, {@code hang} never ends.
 */
final class FakeInjector {
    private FakeInjector() {}

    /** Reads the plan from standard input. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String plan = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        System.err.println("arguments " + String.join(" ", args));
        for (String word : plan.split(" ", -1)) {
            System.out.println(word + " of shard " + args[1]);
            for (long i = 0; word.equals("flood") && i < 1_000_000_000L; i++) {
                System.out.println("line " + i);
            }
            if (word.equals("hang")) {
                new CountDownLatch(1).await();
            }
            if (word.equals("fail")) {
                System.exit(2);
            }
        }
    }
}
