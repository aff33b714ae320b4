package avalanche.k8s.connection;

import io.kubernetes.client.Discovery;
import io.kubernetes.client.openapi.ApiException;

/** Asks the server which versions of an API it knows. */
public final class ApiVersions {
    private ApiVersions() {}

    /** Whether it knows CronJob in a version such as {@code batch/v1}. */
    public static boolean knowsCronJob(Clients clients, String version) throws ApiException {
        try {
            return new Discovery(clients.calls()).resourceDiscovery("/apis/" + version).getResources().stream()
                    .anyMatch(
                            resource -> resource.getKind().equals("CronJob"));
        } catch (ApiException e) {
            if (e.getCode() == ServerAnswer.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
