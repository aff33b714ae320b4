package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * The injector's process: a plan on standard input or in a file, measurements on standard output, one JSON object a line.
 *
 * <pre>{@code java -cp … avalanche.scenarios.traffic.Injector --shard 0 --shards 1 < plan.json}
 * {@code java -cp … avalanche.scenarios.traffic.Injector --shard 0 --shards 1 --plan plan.json}</pre>
 *
 * Exit codes: 0 the plan was carried out, however its requests ended; 2 the arguments or the plan are not valid; 1 anything else.
 */
public final class Injector {
    private static final int CARRIED_OUT = 0;
    private static final int FAILED = 1;
    private static final int INVALID = 2;

    private Injector() {}

    public static void main(String[] arguments) {
        PrintStream lines = new PrintStream(System.out, false, UTF_8);
        // Whatever else writes to standard output, Gatling above all, would break the protocol.
        System.setOut(System.err);
        System.exit(run(arguments, lines));
    }

    private static int run(String[] arguments, PrintStream lines) {
        Injection injection;
        try {
            InjectorArguments given = InjectorArguments.parse(arguments);
            InjectorPlan plan = InjectorPlan.parse(given.document());
            injection = new Injection(plan, given.shard(), given.shards(), lines, InstantSource.system(),
                    System::nanoTime, Injector::die);
        } catch (InvalidPlan e) {
            System.err.println(e.getMessage());
            return INVALID;
        } catch (IOException e) {
            System.err.println("the plan cannot be read: " + e);
            return FAILED;
        }
        try {
            injection.run();
            return CARRIED_OUT;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    /** Ends the process at once: measurements that may be wrong are worse than none. */
    private static void die(Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(FAILED);
    }
}
