package avalanche.k8s.manifest;

import avalanche.chaos.image.ImageNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The harness itself, run in a cluster.
 *
 * @param namespace where it and all that it starts are; exists
 * @param image its image, with the command line as entry point
 * @param pullPolicy when nodes fetch images
 * @param images what it starts
 * @param incidentName the incident file's name, such as {@code range-cascade.yaml}
 * @param incident the incident file's text
 * @param arguments further arguments of the command {@code run}
 * @param schedule when it runs, five fields as cron has them; null where it does not by itself
 * @param cronJobVersion the API version of CronJob that the server knows, such as {@code batch/v1}
 * @param storageGibibytes size of the volume for the records
 */
public record HarnessSpec(String namespace, String image, PullPolicy pullPolicy, ImageNames images, String incidentName,
        String incident, List<String> arguments, @Nullable String schedule, String cronJobVersion,
        int storageGibibytes) {
    /** CronJob from v1.21 on. */
    public static final String CRON_JOB = "batch/v1";
    /** CronJob before v1.21, gone with v1.25. */
    public static final String CRON_JOB_BEFORE = "batch/v1beta1";

    public HarnessSpec {
        arguments = List.copyOf(arguments);
        if (schedule != null && schedule.strip().split("\\s+", -1).length != 5) {
            throw new IllegalArgumentException("schedule is '" + schedule
                    + "'; allowed: five fields, such as '0 3 * * *'");
        }
        if (!incidentName.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("incidentName is '" + incidentName
                    + "'; allowed: letters, digits, '.', '_' and '-'");
        }
        if (!List.of(CRON_JOB, CRON_JOB_BEFORE).contains(cronJobVersion)) {
            throw new IllegalArgumentException("cronJobVersion is '" + cronJobVersion + "'; allowed: " + CRON_JOB + ", "
                    + CRON_JOB_BEFORE);
        }
        if (storageGibibytes < 1) {
            throw new IllegalArgumentException("storageGibibytes is " + storageGibibytes + "; allowed: 1 or more");
        }
    }
}
