package avalanche.scenarios.cli;

import avalanche.chaos.docker.DockerSweep;
import avalanche.chaos.image.ImageNames;
import avalanche.k8s.Sweep;
import avalanche.k8s.target.Leftovers;
import avalanche.scenarios.rehearsal.RehearsalException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what rehearsals left behind whose harness was killed. */
@Command(name = "sweep",
        description = {
            "Lists what rehearsals left behind on a platform, found by its labels, and removes it.",
            "A harness that ends, fails or is interrupted leaves nothing; one that is killed (SIGKILL) cannot clean up. A rehearsal that is still going on is swept away too: --run spares all others."},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche sweep --platform docker --dry-run",
            "  avalanche sweep --platform kubernetes --context kind-test"})
final class SweepCommand implements Callable<Integer> {
    private final Output output;
    private final Home home;

    @Mixin
    private PlatformArguments where = new PlatformArguments();

    @Option(names = "--run", paramLabel = "ID", description = "Only what this run left.")
    private @Nullable String run;

    @Option(names = "--dry-run", description = "Lists only.")
    private boolean dry;

    SweepCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws RehearsalException, InterruptedException {
        try {
            switch (where.platform()) {
                case LOCAL -> output.out().println(
                        "local: nothing to sweep; service and injector end with the harness, however it ends");
                case DOCKER -> docker();
                case KUBERNETES -> kubernetes();
                case AUTO -> {
                    docker();
                    kubernetes();
                }
            }
        } catch (IOException e) {
            throw new RehearsalException(String.valueOf(e.getMessage()), e);
        }
        return ExitCode.AS_EXPECTED.code();
    }

    private void docker() throws IOException {
        DockerSweep sweep = DockerSweep.connect();
        List<DockerSweep.Leftover> found = sweep.find().stream().filter(leftover -> isMeant(leftover.runId())).toList();
        found.forEach(leftover -> output.out().printf("docker: %s %s of run %s %s%n", leftover.kind().name()
                .toLowerCase(java.util.Locale.ROOT), leftover.name(), leftover.runId(), leftover.state()));
        if (!dry) {
            sweep.remove(found);
        }
        total("docker", found.size());
    }

    private void kubernetes() throws IOException, InterruptedException {
        ImageNames none = new ImageNames("none", "none");
        try (Sweep sweep = new Sweep(new Platforms(home, where, _ -> {}).configuration(none))) {
            List<Leftovers.Leftover> found = sweep.find().stream().filter(leftover -> isMeant(leftover.runId()))
                    .toList();
            found.forEach(leftover -> output.out().printf("kubernetes: %s %s of run %s, created %s%n", leftover.kind(),
                    leftover.name(), leftover.runId(), leftover.createdAt()));
            for (Leftovers.Leftover leftover : found) {
                if (!dry) {
                    sweep.remove(leftover);
                }
            }
            total("kubernetes", found.size());
        }
    }

    private boolean isMeant(String runId) {
        return run == null || run.equals(runId);
    }

    private void total(String platform, int found) {
        output.out().println(platform + ": " + found + " found" + (dry ? ", none removed (--dry-run)" : ", " + found
                + " removed"));
    }
}
