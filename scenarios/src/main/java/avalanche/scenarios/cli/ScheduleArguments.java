package avalanche.scenarios.cli;

import avalanche.k8s.manifest.HarnessSpec;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments of a rehearsal that a cluster runs by itself. */
final class ScheduleArguments extends RehearsalArguments {
    @Option(names = "--schedule",
            required = true,
            paramLabel = "CRON",
            description = "Prints what makes the cluster run the rehearsal by itself at these times instead: the harness's account and Role, the incident file, a volume for the records, and a CronJob. Five fields, such as '0 3 * * *'; the cluster's time zone counts.")
    private String schedule = "";

    @Option(names = "--name",
            paramLabel = "NAME",
            description = "Tells schedules of one namespace apart. Default: the incident file's name.")
    private @Nullable String name;

    @Option(names = "--harness-image",
            paramLabel = "IMAGE",
            description = "The harness's image, the third of `avalanche images`, where no Docker engine is at hand to build it.")
    private @Nullable String harnessImage;

    @Option(names = "--storage",
            paramLabel = "SIZE",
            defaultValue = "5Gi",
            description = "Size of the volume for the records. Default: ${DEFAULT-VALUE}.")
    private String storage = "5Gi";

    @Option(names = "--storage-class",
            paramLabel = "NAME",
            description = "The volume's storage class. Default: the cluster's own.")
    private @Nullable String storageClass;

    @Option(names = "--kubernetes-version",
            paramLabel = "VERSION",
            description = "The cluster's version, such as 1.20: before 1.21, CronJob has another API version. Default: the cluster is asked where one is reachable.")
    private @Nullable String kubernetesVersion;

    ScheduleArguments() {}

    String schedule() {
        return schedule;
    }

    @Nullable
    String harnessImage() {
        return harnessImage;
    }

    String storage() {
        return storage;
    }

    @Nullable
    String storageClass() {
        return storageClass;
    }

    @Nullable
    String kubernetesVersion() {
        return kubernetesVersion;
    }

    /** The name that was given, or one made from the incident file's. */
    String name(String file) {
        if (name != null) {
            return name;
        }
        String stem = file.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = stem.substring(0, Math.min(HarnessSpec.LONGEST_NAME, stem.length())).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "incident" : cut;
    }
}
