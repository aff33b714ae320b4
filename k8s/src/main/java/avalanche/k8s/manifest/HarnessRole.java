package avalanche.k8s.manifest;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.RbacV1Subject;
import io.kubernetes.client.openapi.models.V1PolicyRule;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1RoleRef;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.util.List;
import java.util.Map;

/** What the harness may do in one namespace, and no more: a Role, never one of the whole cluster. */
public final class HarnessRole {
    /** The account's, the role's and the binding's name. */
    public static final String NAME = "avalanche-harness";

    /** The component's name in labels, and its container's. */
    static final String COMPONENT = "harness";
    private static final String GROUP = "rbac.authorization.k8s.io";

    private HarnessRole() {}

    /** The account, its role and what binds them. */
    public static List<KubernetesObject> of(String namespace) {
        Map<String, String> labels = labels();
        return List.of(new V1ServiceAccount().apiVersion("v1").kind("ServiceAccount").metadata(Labels.metadata(NAME,
                namespace, labels, null)).automountServiceAccountToken(false), new V1Role().apiVersion(GROUP + "/v1")
                        .kind("Role").metadata(Labels.metadata(NAME, namespace, labels, null)).rules(rules()),
                new V1RoleBinding().apiVersion(GROUP + "/v1").kind("RoleBinding").metadata(Labels.metadata(NAME,
                        namespace, labels, null)).roleRef(new V1RoleRef().apiGroup(GROUP).kind("Role").name(NAME))
                        .subjects(List.of(new RbacV1Subject().kind("ServiceAccount").name(NAME).namespace(namespace))));
    }

    static Map<String, String> labels() {
        return Labels.of("avalanche", COMPONENT, NAME, null);
    }

    private static List<V1PolicyRule> rules() {
        return List.of(rule("", List.of("configmaps", "services"), List.of("create", "delete", "get", "list")), rule(
                "apps", List.of("deployments"), List.of("create", "delete", "get", "list", "patch")), rule("apps", List
                        .of(
                                "deployments/scale"), List.of("get", "patch")), rule("batch", List.of("jobs"), List.of(
                                        "create",
                                        "delete", "get", "list")), rule("", List.of("pods"), List.of("delete", "get",
                                                "list",
                                                "watch")), rule("", List.of("pods/exec"), List.of("create", "get")),
                rule("", List.of("pods/log"), List.of("get")), rule("", List.of("pods/proxy"), List.of("get",
                        "update")), rule("", List.of("events"), List.of("list")));
    }

    private static V1PolicyRule rule(String group, List<String> resources, List<String> verbs) {
        return new V1PolicyRule().apiGroups(List.of(group)).resources(resources).verbs(verbs);
    }
}
