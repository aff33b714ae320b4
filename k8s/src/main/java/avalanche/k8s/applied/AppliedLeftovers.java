package avalanche.k8s.applied;

import avalanche.k8s.manifest.Labels;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects of manifests that earlier runs applied and that are still there; those that this account may see. */
public final class AppliedLeftovers {
    /**
     * One of them.
     *
     * @param kind such as {@code ClusterRole}
     * @param namespace where it is; empty for the whole cluster's
     * @param runId the run that it was made for
     * @param createdAt as the server wrote it
     */
    public record Found(String kind, String namespace, String name, String runId, String createdAt, String path,
            String uid) {}

    private final ApiObjects api;

    public AppliedLeftovers(ApiClient client) {
        this.api = new ApiObjects(client);
    }

    /**
     * Those of the whole cluster and, where a namespace is given, those in it: namespaces of runs go as a whole.
     *
     * @throws ApiException if the server does not tell which kinds it knows
     */
    public List<Found> find(@Nullable String namespace) throws ApiException {
        List<Found> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String selector = Labels.OURS + "," + Labels.RUN + "," + Labels.APPLIED;
        for (ResourceKind kind : new ResourceKinds(api).all()) {
            if (kind.removable() && (!kind.namespaced() || namespace != null)) {
                list(kind, namespace, selector, found);
            }
        }
        // Some kinds are served by two groups.
        found.removeIf(each -> !seen.add(each.uid()));
        return found;
    }

    private void list(ResourceKind kind, @Nullable String namespace, String selector, List<Found> found)
            throws ApiException {
        try {
            for (JsonObject object : api.list(kind.collection(namespace), selector)) {
                String name = ApiObjects.metadata(object, "name");
                found.add(new Found(kind.kind(), ApiObjects.metadata(object, "namespace"), name, ApiObjects.metadata(
                        object, "annotations", Labels.RUN), ApiObjects.metadata(object, "creationTimestamp"), kind
                                .collection(namespace) + "/" + name, ApiObjects.metadata(object, "uid")));
            }
        } catch (ApiException e) {
            if (e.getCode() == 0) {
                throw e;
            }
            // Not allowed, or not to be listed: this account has made none of them either.
        }
    }

    /**
     * Deletes one and waits until it is gone.
     *
     * @throws IOException if it is not
     */
    public void remove(Found found) throws IOException {
        new AppliedManifest(api, "", List.of(new AppliedObject(found.kind() + " " + found.name(), found.path(), found
                .uid()))).undo();
    }
}
