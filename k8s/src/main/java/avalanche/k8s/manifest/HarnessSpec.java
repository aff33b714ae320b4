package avalanche.k8s.manifest;

import avalanche.chaos.image.ImageNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The harness itself, run in a cluster.
 *
 * @param namespace where it and all that it starts are; exists
 * @param name tells its schedule from others in the namespace, at most 40 lower-case letters, digits and hyphens
 * @param image its image, with the command line as entry point
 * @param pullPolicy when nodes fetch images
 * @param images what it starts
 * @param incidentName the incident file's name, such as {@code range-cascade.yaml}
 * @param incident the incident file's text, at most {@link #MOST_INCIDENT_BYTES} in UTF-8
 * @param arguments further arguments of the command {@code run}
 * @param schedule when it runs, five fields as cron has them; null where it does not by itself
 * @param cronJobVersion the API version of CronJob that the server knows, such as {@code batch/v1}
 * @param storage size of the volume for the records, such as {@code 5Gi}
 * @param storageClass the volume's storage class, null for the cluster's default
 */
public record HarnessSpec(String namespace, String name, String image, PullPolicy pullPolicy, ImageNames images,
        String incidentName, String incident, List<String> arguments, @Nullable String schedule, String cronJobVersion,
        String storage, @Nullable String storageClass) {
    /** CronJob from v1.21 on. */
    public static final String CRON_JOB = "batch/v1";
    /** CronJob before v1.21, gone with v1.25. */
    public static final String CRON_JOB_BEFORE = "batch/v1beta1";
    /** What one ConfigMap can carry, with room for its other fields. */
    public static final long MOST_INCIDENT_BYTES = (1 << 20) - (16 << 10);
    /** The longest {@code name}: a CronJob's own name has 52 letters at the most. */
    public static final int LONGEST_NAME = 40;

    public HarnessSpec {
        arguments = List.copyOf(arguments);
        if (schedule != null) {
            CronSchedule.check(schedule);
        }
        require("namespace", namespace, "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                "lower-case letters, digits and hyphens, at most 63");
        require("name", name, "[a-z0-9]([a-z0-9-]{0," + (LONGEST_NAME - 2) + "}[a-z0-9])?",
                "lower-case letters, digits and hyphens, at most " + LONGEST_NAME);
        require("incidentName", incidentName, "[A-Za-z0-9._-]+", "letters, digits, '.', '_' and '-'");
        require("storage", storage, "[1-9][0-9]*(Ki|Mi|Gi|Ti|k|M|G|T)?", "a quantity such as 500Mi or 5Gi");
        if (!List.of(CRON_JOB, CRON_JOB_BEFORE).contains(cronJobVersion)) {
            throw new IllegalArgumentException("cronJobVersion is '" + cronJobVersion + "'; allowed: " + CRON_JOB + ", "
                    + CRON_JOB_BEFORE);
        }
        int bytes = incident.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_INCIDENT_BYTES) {
            throw new IllegalArgumentException("the incident file is " + bytes
                    + " bytes; a ConfigMap takes it to the harness, allowed: " + MOST_INCIDENT_BYTES);
        }
    }

    private static void require(String field, String value, String pattern, String allowed) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(field + " is '" + value + "'; allowed: " + allowed);
        }
    }

    /** The same of these images. */
    public HarnessSpec of(String harness, ImageNames others) {
        return new HarnessSpec(namespace, name, harness, pullPolicy, others, incidentName, incident, arguments,
                schedule, cronJobVersion, storage, storageClass);
    }

    /** The beginning of its objects' names, and the CronJob's own. */
    String instance() {
        return "avalanche-" + name;
    }
}
