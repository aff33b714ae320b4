package avalanche.k8s.applied;

import com.google.gson.JsonObject;

/**
 * One object of a manifest.
 *
 * @param number its document, from 1
 * @param apiVersion such as {@code v1}
 * @param kind such as {@code ConfigMap}
 * @param name its name
 * @param namespace the namespace that it names; empty for none
 * @param content all of it; not to be changed
 */
record ManifestDocument(int number, String apiVersion, String kind, String name, String namespace,
        JsonObject content) {
    /** Kind and name. */
    String words() {
        return kind + " " + name;
    }
}
