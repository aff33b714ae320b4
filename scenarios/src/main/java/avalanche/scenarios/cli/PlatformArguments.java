package avalanche.scenarios.cli;

import avalanche.chaos.image.ImageNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that choose where a rehearsal takes place. */
final class PlatformArguments {
    @Option(names = "--platform",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where service and injectors run: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private PlatformName platform = PlatformName.LOCAL;

    @Option(names = "--context",
            paramLabel = "NAME",
            defaultValue = "${env:AVALANCHE_CONTEXT}",
            description = "The kubeconfig's context to use. Needed where the current one does not look like a test cluster. Default: AVALANCHE_CONTEXT of the environment.")
    private @Nullable String context;

    @Option(names = "--kubeconfig",
            paramLabel = "FILE",
            description = "The kubeconfig. Default: KUBECONFIG of the environment, or ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(names = "--registry",
            paramLabel = "PREFIX",
            description = "Images are pushed to this prefix and pulled from it, such as registry.example.com/team. Default: they stay in the Docker engine, which the cluster's nodes must share.")
    private @Nullable String registry;

    @Option(names = "--base-image",
            paramLabel = "IMAGE",
            description = "What images are built on: one with glibc. Default: debian:bookworm-slim.")
    private @Nullable String baseImage;

    @Option(names = "--victim-image",
            paramLabel = "IMAGE",
            description = "The service's image, with --injector-image: of `avalanche images`, where no Docker engine is at hand to build them.")
    private @Nullable String victimImage;

    @Option(names = "--injector-image", paramLabel = "IMAGE",
            description = "The injector's image, with --victim-image.")
    private @Nullable String injectorImage;

    @Option(names = "--namespace",
            paramLabel = "NAME",
            description = "An existing namespace for everything, where namespaces may not be created. Default: one of its own for each run.")
    private @Nullable String namespace;

    PlatformArguments() {}

    PlatformName platform() {
        return platform;
    }

    @Nullable
    String context() {
        return context == null || context.isBlank() ? null : context;
    }

    @Nullable
    Path kubeconfig() {
        return kubeconfig;
    }

    @Nullable
    String registry() {
        return registry;
    }

    @Nullable
    String baseImage() {
        return baseImage;
    }

    @Nullable
    String namespace() {
        return namespace;
    }

    /**
     * The images that were named; null for those of this checkout.
     *
     * @throws IllegalArgumentException where only one was
     */
    @Nullable
    ImageNames images() {
        String victim = victimImage;
        String injector = injectorImage;
        if (victim != null && injector != null) {
            return new ImageNames(victim, injector);
        }
        if (victim != null || injector != null) {
            throw new IllegalArgumentException("--victim-image and --injector-image go together; "
                    + (victim == null ? "--victim-image" : "--injector-image") + " is missing");
        }
        return null;
    }

    /** The options that choose the same again. */
    List<String> again() {
        List<String> words = new ArrayList<>();
        if (platform != PlatformName.LOCAL) {
            words.addAll(List.of("--platform", platform.toString()));
        }
        add(words, "--context", context());
        add(words, "--kubeconfig", kubeconfig);
        add(words, "--registry", registry);
        add(words, "--base-image", baseImage);
        add(words, "--victim-image", victimImage);
        add(words, "--injector-image", injectorImage);
        add(words, "--namespace", namespace);
        return words;
    }

    private static void add(List<String> words, String option, @Nullable Object value) {
        if (value != null) {
            words.addAll(List.of(option, value.toString()));
        }
    }
}
