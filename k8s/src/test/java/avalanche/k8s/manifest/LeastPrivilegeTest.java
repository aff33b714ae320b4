package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.k8s.manifest.RenderedDocuments.Rendered;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no rendered manifest has: privileges, rights of the whole cluster, root, and a token where none is needed. */
final class LeastPrivilegeTest {
    private static final Set<String> PODS = Set.of("Deployment", "Job", "CronJob");
    private static final Set<String> CLUSTER_WIDE = Set.of("ClusterRole", "ClusterRoleBinding");

    static Stream<Rendered> rendered() throws IOException {
        return RenderedDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void nothingHasMoreThanItNeeds(Rendered manifest) {
        assertThat(problems(manifest.object())).as(manifest.from()).isEmpty();
    }

    @Test
    void podsOfEveryKindWereLookedAt() throws IOException {
        assertThat(RenderedDocuments.all().map(Rendered::kind)).containsAll(PODS).contains("Role", "RoleBinding");
    }

    @Test
    void eachOfThemWouldBeFound() throws IOException {
        for (String kind : PODS) {
            found(kind, pod -> pod.addProperty("hostNetwork", true));
            found(kind, pod -> pod.addProperty("automountServiceAccountToken", !kind.equals("CronJob")));
            found(kind, pod -> pod.addProperty("serviceAccountName", kind.equals("CronJob") ? "x" : HarnessRole.NAME));
            found(kind, pod -> pod.getAsJsonObject("securityContext").addProperty("runAsNonRoot", false));
            found(kind, pod -> pod.getAsJsonArray("volumes").add(JsonParser.parseString(
                    "{\"name\": \"host\", \"hostPath\": {\"path\": \"/\"}}")));
            found(kind, pod -> context(pod).addProperty("privileged", true));
            found(kind, pod -> context(pod).addProperty("allowPrivilegeEscalation", true));
            found(kind, pod -> context(pod).remove("readOnlyRootFilesystem"));
            found(kind, pod -> context(pod).addProperty("runAsUser", 0));
            found(kind, pod -> context(pod).getAsJsonObject("capabilities").add("add", JsonParser.parseString(
                    "[\"NET_ADMIN\"]")));
        }
        JsonObject binding = first("RoleBinding");
        binding.getAsJsonObject("roleRef").addProperty("kind", "ClusterRole");
        assertThat(problems(binding)).isNotEmpty();
        JsonObject role = first("Role");
        role.getAsJsonArray("rules").get(0).getAsJsonObject().getAsJsonArray("verbs").add("*");
        assertThat(problems(role)).isNotEmpty();
    }

    private static void found(String kind, Consumer<JsonObject> tampering) throws IOException {
        JsonObject object = first(kind);
        assertThat(problems(object)).isEmpty();
        tampering.accept(podOf(object, kind));
        assertThat(problems(object)).as(object.toString()).isNotEmpty();
    }

    private static JsonObject first(String kind) throws IOException {
        return RenderedDocuments.all().filter(manifest -> manifest.kind().equals(kind)).findFirst().orElseThrow()
                .object();
    }

    private static JsonObject context(JsonObject pod) {
        return pod.getAsJsonArray("containers").get(0).getAsJsonObject().getAsJsonObject("securityContext");
    }

    private static List<String> problems(JsonObject object) {
        List<String> problems = new ArrayList<>();
        String kind = object.get("kind").getAsString();
        if (CLUSTER_WIDE.contains(kind)) {
            problems.add("is of the whole cluster");
        }
        if (kind.equals("RoleBinding") && !text(object.getAsJsonObject("roleRef"), "kind").equals("Role")) {
            problems.add("binds rights of the whole cluster");
        }
        if (object.has("rules") && object.get("rules").toString().contains("\"*\"")) {
            problems.add("allows everything of something");
        }
        if (PODS.contains(kind)) {
            pod(podOf(object, kind), kind, problems);
        }
        return problems;
    }

    private static JsonObject podOf(JsonObject object, String kind) {
        JsonObject spec = object.getAsJsonObject("spec");
        JsonObject of = kind.equals("CronJob") ? spec.getAsJsonObject("jobTemplate").getAsJsonObject("spec") : spec;
        return of.getAsJsonObject("template").getAsJsonObject("spec");
    }

    private static void pod(JsonObject pod, String kind, List<String> problems) {
        boolean harness = kind.equals("CronJob");
        if (!text(pod, "automountServiceAccountToken").equals(String.valueOf(harness))) {
            problems.add("a token is mounted where none is needed, or missing where one is");
        }
        if (text(pod, "serviceAccountName").equals(HarnessRole.NAME) != harness) {
            problems.add("runs as " + text(pod, "serviceAccountName"));
        }
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.has(shared)) {
                problems.add(shared);
            }
        }
        if (pod.getAsJsonArray("volumes").toString().contains("hostPath")) {
            problems.add("mounts a folder of the node");
        }
        user(pod.getAsJsonObject("securityContext"), "the pod", problems);
        JsonArray containers = new JsonArray();
        containers.addAll(pod.getAsJsonArray("containers"));
        if (pod.has("initContainers")) {
            containers.addAll(pod.getAsJsonArray("initContainers"));
        }
        for (JsonElement container : containers) {
            container(container.getAsJsonObject(), problems);
        }
    }

    private static void container(JsonObject container, List<String> problems) {
        String name = text(container, "name");
        JsonObject context = container.getAsJsonObject("securityContext");
        user(context, name, problems);
        require(context, "privileged", "false", name, problems);
        require(context, "allowPrivilegeEscalation", "false", name, problems);
        require(context, "readOnlyRootFilesystem", "true", name, problems);
        if (!context.getAsJsonObject("capabilities").toString().equals("{\"drop\":[\"ALL\"]}")) {
            problems.add(name + " has capabilities");
        }
    }

    private static void user(JsonObject context, String name, List<String> problems) {
        require(context, "runAsNonRoot", "true", name, problems);
        require(context, "runAsUser", "10001", name, problems);
    }

    private static void require(JsonObject context, String field, String value, String name, List<String> problems) {
        if (!text(context, field).equals(value)) {
            problems.add(name + " has " + field + " " + text(context, field) + ", not " + value);
        }
    }

    private static String text(JsonObject object, String field) {
        return object.has(field) ? object.get(field).getAsString() : "";
    }
}
