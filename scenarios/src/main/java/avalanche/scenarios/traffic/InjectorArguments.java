package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The injector's command line.
 *
 * @param shard from 0
 * @param shards how many share the plan
 * @param plan the file with the plan; null for standard input
 */
record InjectorArguments(int shard, int shards, @Nullable Path plan) {
    /**
     * Reads the command line strictly.
     *
     * @throws InvalidPlan naming the first argument that is not valid
     */
    static InjectorArguments parse(String[] arguments) {
        int shard = 0;
        int shards = 1;
        Path plan = null;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "missing";
            switch (arguments[i]) {
                case "--shard" -> shard = whole(arguments[i], value);
                case "--shards" -> shards = whole(arguments[i], value);
                case "--plan" -> plan = file(value);
                default -> throw invalid("argument " + arguments[i]
                        + " is unknown; allowed: --shard, --shards, --plan");
            }
        }
        if (shard >= shards) {
            throw invalid("--shard is " + shard + " of " + shards + "; allowed: 0 to shards - 1");
        }
        return new InjectorArguments(shard, shards, plan);
    }

    /** The plan's text, from its file or from standard input. */
    String document() throws IOException {
        return plan == null ? new String(System.in.readAllBytes(), UTF_8) : Files.readString(plan);
    }

    private static int whole(String option, String value) {
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException _) {
            throw invalid(option + " is " + value + "; allowed: a whole number, 0 or more");
        }
    }

    private static Path file(String value) {
        try {
            Path file = Path.of(value);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException _) {
            // Said below: it names no file either way.
        }
        throw invalid("--plan is " + value + ", which is not a file; allowed: a file with the plan, or leave it"
                + " out and the plan is read from standard input");
    }

    private static InvalidPlan invalid(String problem) {
        return new InvalidPlan(List.of(problem));
    }
}
