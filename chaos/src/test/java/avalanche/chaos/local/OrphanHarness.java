package avalanche.chaos.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A harness that starts a child and does not live to end it. */
final class OrphanHarness {
    private OrphanHarness() {}

    /** Starts a child that writes its process id to the file {@code pid} of the given directory. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Path.of(args[0]);
        Path log = directory.resolve("child.log");
        try (Child child = Child.start(List.of("sh", "-c", "echo $$ > pid; exec sleep 300"), directory,
                new Child.Streams(Path.of("/dev/null"), log, log))) {
            System.out.println(child.isAlive());
            new CountDownLatch(1).await();
        }
    }
}
