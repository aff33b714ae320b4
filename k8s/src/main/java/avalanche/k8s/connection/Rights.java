package avalanche.k8s.connection;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AuthorizationV1Api;
import io.kubernetes.client.openapi.models.V1ResourceAttributes;
import io.kubernetes.client.openapi.models.V1SelfSubjectAccessReview;
import io.kubernetes.client.openapi.models.V1SelfSubjectAccessReviewSpec;
import io.kubernetes.client.openapi.models.V1SubjectAccessReviewStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the server what this user may do. */
public final class Rights {
    private record Right(String group, String resource, String verb) {}

    private static final List<Right> OWN = List.of(new Right("", "namespaces", "create"), new Right("", "namespaces",
            "delete"));
    private static final List<Right> SHARED = List.of(new Right("apps", "deployments", "create"), new Right("batch",
            "jobs", "create"), new Right("", "pods", "watch"));

    private final AuthorizationV1Api api;

    public Rights(Clients clients) {
        this.api = new AuthorizationV1Api(clients.calls());
    }

    /**
     * The first right that is missing, in words; null where none of the most telling ones is.
     *
     * @param namespace the existing namespace to be used, null for namespaces of its own
     */
    public @Nullable String missing(@Nullable String namespace) throws ApiException {
        for (Right right : namespace == null ? OWN : SHARED) {
            V1SelfSubjectAccessReview review = new V1SelfSubjectAccessReview().spec(new V1SelfSubjectAccessReviewSpec()
                    .resourceAttributes(new V1ResourceAttributes().namespace(namespace).group(right.group()).resource(
                            right.resource()).verb(right.verb())));
            V1SubjectAccessReviewStatus status = api.createSelfSubjectAccessReview(review).execute().getStatus();
            if (status == null || !Boolean.TRUE.equals(status.getAllowed())) {
                return right.verb() + " " + right.resource() + (namespace == null ? "" : " in namespace " + namespace);
            }
        }
        return null;
    }
}
