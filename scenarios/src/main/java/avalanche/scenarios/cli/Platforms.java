package avalanche.scenarios.cli;

import avalanche.chaos.docker.DockerPlatform;
import avalanche.chaos.image.ImageNames;
import avalanche.chaos.image.ImagePlan;
import avalanche.chaos.image.Images;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Platform;
import avalanche.k8s.KubernetesConfiguration;
import avalanche.k8s.KubernetesPlatform;
import avalanche.scenarios.rehearsal.RehearsalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The platforms by the names of the command line. */
final class Platforms {
    /** Stands for images that are not built before they are needed. */
    static final ImageNames NOT_YET = new ImageNames("avalanche/victim-service", "avalanche/injector");

    private final Home home;
    private final PlatformArguments where;
    private final Consumer<String> progress;

    /** @param progress is told, in words, what takes long and what was chosen */
    Platforms(Home home, PlatformArguments where, Consumer<String> progress) {
        this.home = home;
        this.where = where;
        this.progress = progress;
    }

    /**
     * The chosen platform. It has still to be probed where it was named, and is available where it was not.
     *
     * @throws RehearsalException where it cannot even be looked at, or none is available
     * @throws IllegalArgumentException where the arguments do not go together
     */
    Platform choose() throws RehearsalException, InterruptedException {
        return switch (where.platform()) {
            case LOCAL -> home.platform();
            case DOCKER -> docker();
            case KUBERNETES -> kubernetes();
            case AUTO -> first();
        };
    }

    /** What each platform can do to a service that runs, by name; those that cannot even be looked at are left out. */
    Map<String, Set<Ability>> abilities() {
        Map<String, Set<Ability>> abilities = new TreeMap<>();
        for (Kind kind : List.<Kind>of(home::platform, this::docker, () -> new KubernetesPlatform(configuration(
                NOT_YET)))) {
            try {
                Platform platform = kind.platform();
                abilities.put(platform.name(), platform.abilities());
            } catch (RehearsalException | IllegalArgumentException _) {
                // It is only named to a user who may choose another: the chosen one says by itself what is wrong with it.
            }
        }
        return abilities;
    }

    /** Makes a platform; starts nothing. */
    private interface Kind {
        Platform platform() throws RehearsalException;
    }

    private Platform docker() throws RehearsalException {
        return new DockerPlatform(imagePlan(), progress);
    }

    private Platform kubernetes() throws RehearsalException, InterruptedException {
        Platform looked = new KubernetesPlatform(configuration(NOT_YET));
        return looked.probe() instanceof Availability.Available
                ? new KubernetesPlatform(configuration(images()))
                : looked;
    }

    /** In the order of likeness to production; a cluster only where it was named, so that none is broken by accident. */
    private Platform first() throws RehearsalException, InterruptedException {
        List<String> tried = new ArrayList<>();
        KubernetesPlatform kubernetes = new KubernetesPlatform(configuration(NOT_YET));
        if (where.context() == null && !kubernetes.isInCluster()) {
            tried.add("kubernetes: no --context was given");
        } else if (isAvailable(kubernetes, tried)) {
            return kubernetes();
        }
        Platform docker = docker();
        if (isAvailable(docker, tried)) {
            return docker;
        }
        Platform local = home.platform();
        if (isAvailable(local, tried)) {
            return local;
        }
        throw new RehearsalException("no platform is available: " + String.join("; ", tried));
    }

    private boolean isAvailable(Platform platform, List<String> tried) {
        return switch (platform.probe()) {
            case Availability.Available _ -> {
                progress.accept("platform auto: " + platform.name() + (tried.isEmpty()
                        ? ""
                        : ", since " + String.join("; ", tried)));
                yield true;
            }
            case Availability.Unavailable(String reason, String remedy) -> {
                tried.add(platform.name() + ": " + reason + " (" + remedy + ")");
                yield false;
            }
        };
    }

    /** Which cluster is meant, with these images. */
    KubernetesConfiguration configuration(ImageNames images) {
        KubernetesConfiguration configuration = new KubernetesConfiguration(where.kubeconfig(), where.context(),
                images);
        String namespace = where.namespace();
        return namespace == null ? configuration : configuration.in(namespace);
    }

    /**
     * The images that were named, or those of this checkout, which are built where they are not there.
     *
     * @throws RehearsalException where they cannot be
     */
    ImageNames images() throws RehearsalException, InterruptedException {
        ImageNames named = where.images();
        if (named != null) {
            return named;
        }
        try {
            return Images.ensure(imagePlan(), progress);
        } catch (IOException e) {
            throw new RehearsalException("the images of service and injector cannot be built: " + e.getMessage()
                    + ". Where they are built elsewhere, name them with --victim-image and --injector-image", e);
        }
    }

    /**
     * The harness's image: the named one, or this checkout's, which is built where it is not there.
     *
     * @throws RehearsalException where it cannot be
     */
    String harnessImage(@Nullable String named) throws RehearsalException, InterruptedException {
        if (named != null) {
            return named;
        }
        try {
            return Images.ensureHarness(imagePlan(), home.harnessContent(), progress);
        } catch (IOException e) {
            throw new RehearsalException("the harness's image cannot be built: " + e.getMessage()
                    + ". Where it is built elsewhere, name it with --harness-image", e);
        }
    }

    private ImagePlan imagePlan() throws RehearsalException {
        ImagePlan plan = home.imagePlan().pushedTo(where.registry());
        String base = where.baseImage();
        return base == null ? plan : plan.from(base);
    }
}
