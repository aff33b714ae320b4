package avalanche.scenarios.cli;

import avalanche.chaos.image.ImageNames;
import avalanche.chaos.image.ImagePlan;
import avalanche.chaos.image.Images;
import avalanche.scenarios.rehearsal.RehearsalException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the images of service, injector and harness. */
@Command(name = "images",
        description = {
            "Builds the images of service, injector and harness, where they are not there yet, and prints their names, in this order.",
            "A name's tag is made from what is in the image: the same sources have the same names."},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  avalanche images",
            "  avalanche images --base ubuntu:24.04",
            "  avalanche images --registry registry.example.com/team"})
final class ImagesCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;

    private final Output output;
    private final Home home;

    @Option(names = "--base",
            paramLabel = "IMAGE",
            defaultValue = ImagePlan.DEFAULT_BASE,
            description = "What to build on, with a C library (glibc): from the Docker engine, which pulls what it does not"
                    + " have. Default: ${DEFAULT-VALUE}.")
    private String base = ImagePlan.DEFAULT_BASE;

    @Option(names = "--registry",
            paramLabel = "PREFIX",
            description = "Also pushes them, to names with this prefix, with the credentials that Docker has for it.")
    private @Nullable String registry;

    ImagesCommand(Output output, Home home) {
        this.output = output;
        this.home = home;
    }

    @Override
    public Integer call() throws RehearsalException, InterruptedException {
        ImagePlan plan = home.imagePlan().from(base).pushedTo(registry);
        try {
            ImageNames names = Images.ensure(plan, this::tell);
            String harness = Images.ensureHarness(plan, home.harnessContent(), this::tell);
            for (String name : List.of(names.victim(), names.injector(), harness)) {
                output.out().printf(Locale.ROOT, "%s  %.0f MB%n", name, Images.sizeBytes(name) / MEGABYTE);
            }
            return ExitCode.AS_EXPECTED.code();
        } catch (IOException e) {
            throw new RehearsalException(String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(String words) {
        output.err().println("avalanche: " + words);
    }
}
