package avalanche.k8s.manifest;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.util.Yaml;
import java.util.List;

/** Objects as YAML that {@code kubectl apply} accepts, in the order given; the same objects give the same text. */
public final class ManifestYaml {
    private ManifestYaml() {}

    /** One document for each object. */
    public static String print(List<? extends KubernetesObject> objects) {
        StringBuilder text = new StringBuilder();
        for (KubernetesObject object : objects) {
            text.append("---\n").append(Yaml.dump(object).strip()).append('\n');
        }
        return text.toString();
    }
}
