package avalanche.victim;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;

/** The order service. */
@SpringBootApplication
public class VictimApplication {
    /** Starts the service; exits with 1 and a line on standard error where it cannot start. */
    public static void main(String[] arguments) {
        try {
            SpringApplication.run(VictimApplication.class, arguments);
        } catch (RuntimeException failure) {
            System.err.println(explain(failure));
            System.exit(1);
        }
    }

    private static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof StartFailure known) {
                return "cannot start: " + known.getMessage() + ". " + known.remedy();
            }
            if (cause instanceof PortInUseException taken) {
                return "cannot start: port " + taken.getPort() + " (server.port) is already taken. "
                        + "Stop what listens there, or set server.port to a free port.";
            }
        }
        return "cannot start: " + failure.getMessage();
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause();
    }
}
