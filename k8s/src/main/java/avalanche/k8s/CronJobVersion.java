package avalanche.k8s;

import avalanche.k8s.connection.ApiVersions;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.HarnessSpec;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API version of CronJob that manifests are written for.
 *
 * @param apiVersion such as {@code batch/v1}
 * @param why why this one, in words
 */
public record CronJobVersion(String apiVersion, String why) {
    private static final Pattern VERSION = Pattern.compile("v?1\\.(\\d{1,3})(?:[.+-].*)?");
    private static final int OLDEST = 20;
    private static final int FIRST_WITH_V1 = 21;

    /**
     * That of a Kubernetes version.
     *
     * @param kubernetes such as {@code 1.20} or {@code v1.34.2}
     * @throws IllegalArgumentException if it is no version, or one before 1.20
     */
    public static CronJobVersion of(String kubernetes) {
        Matcher matcher = VERSION.matcher(kubernetes);
        int minor = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (minor < OLDEST) {
            throw new IllegalArgumentException("the Kubernetes version is '" + kubernetes
                    + "'; allowed: 1.20 and newer, such as 1.20 or v1.34.2");
        }
        return new CronJobVersion(minor < FIRST_WITH_V1 ? HarnessSpec.CRON_JOB_BEFORE : HarnessSpec.CRON_JOB,
                "since Kubernetes " + kubernetes + " was named");
    }

    /** That which the configured cluster knows; {@code batch/v1} where it cannot be asked. */
    public static CronJobVersion ask(KubernetesConfiguration configuration) {
        return switch (ClusterAccess.choose(configuration.kubeconfig(), configuration.context(), System.getenv(), Path
                .of(System.getProperty("user.home")))) {
            case ClusterAccess.Refused(String reason, String _) -> unknown(reason);
            case ClusterAccess.Context context -> ask(context, "the context '" + context.context() + "'");
            case ClusterAccess.InCluster inCluster -> ask(inCluster, "the cluster that this runs in");
        };
    }

    private static CronJobVersion ask(ClusterAccess access, String where) {
        try (Clients clients = Clients.open(access)) {
            if (ApiVersions.knowsCronJob(clients, HarnessSpec.CRON_JOB)) {
                return new CronJobVersion(HarnessSpec.CRON_JOB, "since " + where + " knows it");
            }
            return ApiVersions.knowsCronJob(clients, HarnessSpec.CRON_JOB_BEFORE)
                    ? new CronJobVersion(HarnessSpec.CRON_JOB_BEFORE, "since " + where + " knows no newer one")
                    : unknown(where + " knows no CronJob");
        } catch (ApiException e) {
            return unknown(where + ": " + ServerAnswer.words(e));
        } catch (IOException | RuntimeException e) {
            return unknown(where + ": its credentials cannot be used: " + e);
        }
    }

    private static CronJobVersion unknown(String reason) {
        return new CronJobVersion(HarnessSpec.CRON_JOB, "that of Kubernetes 1.21 and newer, since no cluster could be"
                + " asked (" + reason + "); --kubernetes-version names another");
    }
}
