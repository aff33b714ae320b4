package avalanche.scenarios.cli;

import avalanche.results.record.RecordException;
import avalanche.scenarios.rehearsal.RehearsalException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a verb throws into a message and an exit code; a stack trace is shown only for what nobody foresaw. */
final class Failures implements IExecutionExceptionHandler {
    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        return switch (failure) {
            case RefusedException refused -> {
                err.println(refused.getMessage());
                yield ExitCode.INVALID_INCIDENT.code();
            }
            case RehearsalException foreseen -> {
                err.println("avalanche: " + foreseen.getMessage());
                yield ExitCode.UNAVAILABLE.code();
            }
            case RecordException notKept -> {
                err.println("avalanche: " + notKept.getMessage());
                yield ExitCode.UNAVAILABLE.code();
            }
            case InterruptedException _ -> {
                err.println("avalanche: interrupted");
                yield ExitCode.INTERRUPTED.code();
            }
            default -> {
                err.println("avalanche: internal error; please report it with the lines below");
                failure.printStackTrace(err);
                yield ExitCode.INTERNAL_ERROR.code();
            }
        };
    }
}
