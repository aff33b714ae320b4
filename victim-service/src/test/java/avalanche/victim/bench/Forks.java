package avalanche.victim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** JVMs of their own for what is measured, so that no map is judged by code that was compiled for another one. */
final class Forks {
    /** The collector with the fewest threads beside the measured ones, and a heap that none of the maps fills. */
    static final List<String> FLAGS = List.of("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private Forks() {}

    /** All flags of a JVM, of which a later one of the same name wins. */
    static List<String> flags(List<String> further) {
        return Stream.concat(FLAGS.stream(), further.stream()).toList();
    }

    /** Runs a main class to its end; answers the JSON documents that it prints, each in a line. */
    static List<String> lines(String main, List<String> flags, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(command(System.getProperty("java.class.path", ""), flags, main,
                    arguments)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            List<String> lines;
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                lines = out.lines().filter(line -> line.startsWith("{")).toList();
            }
            ended(process, main, arguments);
            return lines;
        } catch (IOException failure) {
            throw failed(main, arguments, failure);
        }
    }

    /** Runs JMH, with the benchmarks' generated code in front of the class path. */
    static void jmh(Path generated, List<String> flags, List<String> arguments) {
        String main = "org.openjdk.jmh.Main";
        try {
            Process process = new ProcessBuilder(command(generated + System.getProperty("path.separator") + System
                    .getProperty("java.class.path"), flags, main, arguments)).inheritIO().start();
            ended(process, main, arguments);
        } catch (IOException failure) {
            throw failed(main, arguments, failure);
        }
    }

    private static List<String> command(String classPath, List<String> flags, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(flags(flags));
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }

    private static void ended(Process process, String main, List<String> arguments) {
        try {
            while (!process.waitFor(1, TimeUnit.MINUTES)) {
                System.err.println("still measuring: " + main + " " + String.join(" ", arguments));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw failed(main, arguments, interrupted);
        }
        if (process.exitValue() != 0) {
            throw failed(main, arguments, new IllegalStateException(
                    "exit code " + process.exitValue() + "; what it said stands above"));
        }
    }

    private static IllegalStateException failed(String main, List<String> arguments, Exception cause) {
        return new IllegalStateException("could not measure with " + main + " " + String.join(" ", arguments), cause);
    }
}
