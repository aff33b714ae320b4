package avalanche.chaos.life;

import avalanche.results.evidence.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a life ended and what that was concluded from: a pure function of its remains. {@link Ending#HEAP_EXHAUSTED} is
 * the heap only; a JVM that ran out of metaspace, of threads or of native memory is {@link Ending#CRASHED}, and the
 * evidence names what it ran out of, because neither a larger heap nor a shorter queue would have saved it.
 *
 * @param ending the conclusion
 * @param evidence what it rests on, most telling first
 */
public record DeathCertificate(Ending ending, List<String> evidence) {
    private static final Pattern LAST_WORDS = Pattern.compile(
            "(?:Terminating|Aborting) due to java\\.lang\\.OutOfMemoryError: (.+)");
    private static final Pattern ERROR = Pattern.compile("java\\.lang\\.OutOfMemoryError: (.+)");
    private static final Set<String> HEAP = Set.of("Java heap space", "GC overhead limit exceeded");
    private static final int EXIT_ON_OUT_OF_MEMORY = 3;
    private static final int SIGNAL_BASE = 128;
    private static final int SIGKILL = 9;
    private static final Set<Integer> RAISED_BY_ITSELF = Set.of(4, 5, 6, 7, 8, 11, 31);

    public DeathCertificate {
        evidence = List.copyOf(evidence);
    }

    public static DeathCertificate of(Remains remains) {
        if (remains.stopped()) {
            return new DeathCertificate(Ending.STOPPED, List.of("the harness ended it", exit(remains.exitCode())));
        }
        String exhausted = firstMatch(LAST_WORDS, remains.lastWords());
        if (exhausted != null && remains.exitCode() != 0) {
            return outOfMemory(remains, exhausted);
        }
        if (remains.exitCode() == SIGNAL_BASE + SIGKILL) {
            return killed(remains.oomKills());
        }
        if (!remains.crashReport().isEmpty()) {
            return new DeathCertificate(Ending.CRASHED, List.of(
                    "the JVM reported its own crash: " + summary(remains.crashReport()), exit(remains.exitCode())));
        }
        if (remains.exitCode() > SIGNAL_BASE && !RAISED_BY_ITSELF.contains(remains.exitCode() - SIGNAL_BASE)) {
            return new DeathCertificate(Ending.KILLED, List.of(exit(remains.exitCode())
                    + ", not sent by the harness"));
        }
        return crashed(remains);
    }

    /** The end of a life whose process the harness killed as a disruption, not to end it. */
    public static DeathCertificate ofDisruption(int exitCode) {
        return new DeathCertificate(Ending.KILLED, List.of("the harness sent SIGKILL to its process as a disruption",
                exit(exitCode)));
    }

    private static DeathCertificate outOfMemory(Remains remains, String exhausted) {
        boolean heap = HEAP.contains(exhausted);
        List<String> evidence = new ArrayList<>(List.of("the JVM's last words: OutOfMemoryError: " + exhausted,
                exit(remains.exitCode())));
        if (!heap) {
            evidence.add("that is memory, but not the heap");
        }
        return new DeathCertificate(heap ? Ending.HEAP_EXHAUSTED : Ending.CRASHED, evidence);
    }

    private static DeathCertificate killed(OomKills kills) {
        String exit = exit(SIGNAL_BASE + SIGKILL) + ", not sent by the harness";
        Long cgroup = kills.cgroup();
        if (cgroup != null) {
            return cgroup > 0
                    ? new DeathCertificate(Ending.KERNEL_OOM_KILL, List.of(
                            "the cgroup counted " + cgroup + " kernel OOM kill(s) in this life", exit))
                    : new DeathCertificate(Ending.KILLED, List.of(exit, "the cgroup counted no kernel OOM kill"));
        }
        Long machine = kills.machine();
        if (machine == null) {
            return new DeathCertificate(Ending.KILLED, List.of(exit,
                    "no counter of kernel OOM kills is readable here: whether it was one is not known"));
        }
        return machine > 0
                ? new DeathCertificate(Ending.KERNEL_OOM_KILL, List.of(
                        "the machine counted " + machine + " kernel OOM kill(s) in this life", exit,
                        "the counter is the whole machine's: the cgroup's own was not readable"))
                : new DeathCertificate(Ending.KILLED, List.of(exit, "the machine counted no kernel OOM kill"));
    }

    private static DeathCertificate crashed(Remains remains) {
        List<String> evidence = new ArrayList<>();
        String error = firstMatch(ERROR, remains.lastWords());
        if (error != null) {
            evidence.add("its log tells of an OutOfMemoryError: " + error
                    + "; the JVM did not end itself for it");
        }
        evidence.add(exit(remains.exitCode()));
        if (remains.exitCode() == EXIT_ON_OUT_OF_MEMORY) {
            evidence.add("3 is the JVM's code for an OutOfMemoryError, but its log has no last words of one");
        } else if (remains.exitCode() == 0) {
            evidence.add("it ended by itself, which a service does not do");
        }
        lastLine(remains.lastWords(), evidence);
        return new DeathCertificate(Ending.CRASHED, evidence);
    }

    private static void lastLine(List<String> lastWords, List<String> evidence) {
        lastWords.reversed().stream().filter(line -> !line.isBlank()).findFirst().ifPresent(line -> evidence.add(
                "last line of its log: " + line.strip()));
    }

    /** An exit code in words. */
    static String exit(int code) {
        return code > SIGNAL_BASE
                ? "exit code " + code + ", signal " + (code - SIGNAL_BASE)
                : "exit code " + code;
    }

    private static String summary(List<String> report) {
        return report.stream().map(line -> line.replaceFirst("^#+", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("A fatal error has been detected"))
                .findFirst().orElse("(empty)");
    }

    private static @Nullable String firstMatch(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
        }
        return null;
    }
}
