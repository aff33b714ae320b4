package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * The injector's process: a plan on standard input, measurements on standard output, one JSON object a line.
 *
 * <pre>{@code java -cp … avalanche.scenarios.traffic.Injector --shard 0 --shards 1 < plan.json}</pre>
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
            Shard shard = Shard.parse(arguments);
            InjectorPlan plan = InjectorPlan.parse(new String(System.in.readAllBytes(), UTF_8));
            injection = new Injection(plan, shard.number(), shard.of(), lines, InstantSource.system(),
                    System::nanoTime, Injector::die);
        } catch (InvalidPlan e) {
            System.err.println(e.getMessage());
            return INVALID;
        } catch (IOException e) {
            System.err.println("the plan cannot be read from standard input: " + e.getMessage());
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

    private record Shard(int number, int of) {
        static Shard parse(String[] arguments) {
            int number = 0;
            int of = 1;
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "missing";
                switch (arguments[i]) {
                    case "--shard" -> number = whole(arguments[i], value);
                    case "--shards" -> of = whole(arguments[i], value);
                    default -> throw invalid("argument " + arguments[i] + " is unknown; allowed: --shard, --shards");
                }
            }
            if (number >= of) {
                throw invalid("--shard is " + number + " of " + of + "; allowed: 0 to shards - 1");
            }
            return new Shard(number, of);
        }

        private static int whole(String option, String value) {
            try {
                return Integer.parseUnsignedInt(value);
            } catch (NumberFormatException _) {
                throw invalid(option + " is " + value + "; allowed: a whole number, 0 or more");
            }
        }

        private static InvalidPlan invalid(String problem) {
            return new InvalidPlan(java.util.List.of(problem));
        }
    }
}
