package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.k8s.manifest.RenderedDocuments.Rendered;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1LimitRange;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1ResourceQuota;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rendered manifest against the schemas that the client ships: no unknown field, none missing, types as they are. */
final class ManifestSchemaTest {
    private interface Schema {
        void validate(JsonElement element) throws IOException;
    }

    private record Model(Class<?> type, Schema schema) {}

    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry("v1 Namespace", new Model(V1Namespace.class, V1Namespace::validateJsonElement)),
            Map.entry("v1 ResourceQuota", new Model(V1ResourceQuota.class, V1ResourceQuota::validateJsonElement)),
            Map.entry("v1 LimitRange", new Model(V1LimitRange.class, V1LimitRange::validateJsonElement)),
            Map.entry("v1 ServiceAccount", new Model(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement)),
            Map.entry("v1 ConfigMap", new Model(V1ConfigMap.class, V1ConfigMap::validateJsonElement)),
            Map.entry("v1 Service", new Model(V1Service.class, V1Service::validateJsonElement)),
            Map.entry("v1 PersistentVolumeClaim", new Model(V1PersistentVolumeClaim.class,
                    V1PersistentVolumeClaim::validateJsonElement)),
            Map.entry("apps/v1 Deployment", new Model(V1Deployment.class, V1Deployment::validateJsonElement)),
            Map.entry("batch/v1 Job", new Model(V1Job.class, V1Job::validateJsonElement)),
            Map.entry("batch/v1 CronJob", new Model(V1CronJob.class, V1CronJob::validateJsonElement)),
            // The fields that are used are the same in both.
            Map.entry("batch/v1beta1 CronJob", new Model(V1CronJob.class, V1CronJob::validateJsonElement)),
            Map.entry("rbac.authorization.k8s.io/v1 Role", new Model(V1Role.class, V1Role::validateJsonElement)),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", new Model(V1RoleBinding.class,
                    V1RoleBinding::validateJsonElement)));

    private static void validate(JsonObject object) throws IOException {
        String name = object.get("apiVersion").getAsString() + " " + object.get("kind").getAsString();
        Model model = MODELS.get(name);
        if (model == null) {
            throw new IllegalArgumentException("no schema is known of " + name);
        }
        model.schema().validate(object);
        Objects.requireNonNull(JSON.getGson().fromJson(object, model.type()));
    }

    static Stream<Rendered> rendered() throws IOException {
        return RenderedDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void isOfItsSchema(Rendered manifest) {
        assertThatCode(() -> validate(manifest.object())).as(manifest.from()).doesNotThrowAnyException();
    }

    @Test
    void everyKindIsRendered() throws IOException {
        assertThat(RenderedDocuments.all().map(manifest -> manifest.object().get("apiVersion").getAsString() + " "
                + manifest.kind())).containsAll(MODELS.keySet());
    }

    private static JsonObject tampered(String kind, Consumer<JsonObject> how) throws IOException {
        JsonObject object = RenderedDocuments.all().filter(manifest -> manifest.kind().equals(kind)).findFirst()
                .orElseThrow().object();
        how.accept(object);
        return object;
    }

    private static JsonObject template(JsonObject object) {
        return object.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec");
    }

    @Test
    void anUnknownFieldIsFound() throws IOException {
        JsonObject misspelt = tampered("Deployment", object -> template(object).addProperty("hostNetwrok", true));
        assertThatThrownBy(() -> validate(misspelt)).hasMessageContaining("hostNetwrok");
        JsonObject misplaced = tampered("CronJob", object -> object.getAsJsonObject("spec").addProperty("backoffLimit",
                0));
        assertThatThrownBy(() -> validate(misplaced)).hasMessageContaining("backoffLimit");
        JsonObject deep = tampered("Job", object -> template(object).getAsJsonArray("containers").get(0)
                .getAsJsonObject().getAsJsonObject("securityContext").addProperty("privledged", false));
        assertThatThrownBy(() -> validate(deep)).hasMessageContaining("privledged");
    }

    @Test
    void aMissingFieldIsFound() throws IOException {
        JsonObject headless = tampered("Deployment", object -> object.getAsJsonObject("spec").remove("selector"));
        assertThatThrownBy(() -> validate(headless)).hasMessageContaining("selector");
        JsonObject empty = tampered("Job", object -> template(object).remove("containers"));
        assertThatThrownBy(() -> validate(empty)).hasMessageContaining("containers");
        JsonObject never = tampered("CronJob", object -> object.getAsJsonObject("spec").remove("schedule"));
        assertThatThrownBy(() -> validate(never)).hasMessageContaining("schedule");
    }

    @Test
    void aFieldOfAnotherTypeIsFound() throws IOException {
        JsonObject words = tampered("Deployment", object -> object.getAsJsonObject("spec").addProperty("replicas",
                "two"));
        assertThatThrownBy(() -> validate(words)).hasMessageContaining("two");
    }
}
