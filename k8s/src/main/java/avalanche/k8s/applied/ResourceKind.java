package avalanche.k8s.applied;

import org.jspecify.annotations.Nullable;

/**
 * A kind of objects that a server knows.
 *
 * @param apiVersion such as {@code v1} or {@code networking.k8s.io/v1}
 * @param kind such as {@code NetworkPolicy}
 * @param plural such as {@code networkpolicies}
 * @param namespaced whether its objects are in namespaces
 * @param removable whether its objects can be listed and deleted
 */
record ResourceKind(String apiVersion, String kind, String plural, boolean namespaced, boolean removable) {
    /** Where the server tells of a version's kinds. */
    static String discovery(String apiVersion) {
        return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    }

    /** The path of its objects, of one namespace where it is in namespaces and one is given. */
    String collection(@Nullable String namespace) {
        return discovery(apiVersion) + (namespaced && namespace != null ? "/namespaces/" + namespace : "") + "/"
                + plural;
    }

    /** As a Role names it: {@code networkpolicies.networking.k8s.io}. */
    String resource() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? plural : plural + "." + apiVersion.substring(0, slash);
    }
}
