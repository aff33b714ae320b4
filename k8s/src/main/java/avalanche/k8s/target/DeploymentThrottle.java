package avalanche.k8s.target;

import avalanche.chaos.disruption.CpuQuota;
import avalanche.chaos.target.Disruption;
import avalanche.k8s.applied.ApiObjects;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.life.ContainerView;
import avalanche.k8s.manifest.VictimManifests;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A lower limit of processors in the Deployment, which replaces its pods by such that have it, since a limit cannot be
 * changed in place everywhere; the quota in the cgroup of every ready pod proves it. Undone by the limit and the request
 * from before, by another replacement.
 */
final class DeploymentThrottle implements Disruption {
    private final ApiObjects api;
    private final String path;
    private final PodShell shell;
    private final PodBoard board;
    private final double cpus;
    private final JsonObject before;
    private String observed;
    private boolean landed;
    private boolean undone;

    private DeploymentThrottle(ApiObjects api, String path, PodShell shell, PodBoard board, double cpus,
            JsonObject before) {
        this.api = api;
        this.path = path;
        this.shell = shell;
        this.board = board;
        this.cpus = cpus;
        this.before = before;
        this.observed = "a limit of " + CpuQuota.words(cpus) + " was asked for; no pod that has it is ready yet";
    }

    /**
     * Patches the limit.
     *
     * @param path of the Deployment
     * @throws IOException if the cluster does not take it
     */
    static DeploymentThrottle of(ApiObjects api, String path, PodShell shell, PodBoard board, double cpus)
            throws IOException {
        CpuQuota.require(cpus);
        try {
            JsonObject before = container(api.get(path)).getAsJsonObject("resources");
            DeploymentThrottle throttle = new DeploymentThrottle(api, path, shell, board, cpus, before == null
                    ? new JsonObject()
                    : before);
            throttle.patch(throttle.lowered());
            return throttle;
        } catch (ApiException e) {
            throw ServerAnswer.refused("the service's limit of processors could not be lowered", e);
        }
    }

    /** The service's container in a Deployment. */
    private static JsonObject container(JsonObject deployment) throws IOException {
        JsonObject pod = deployment.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec");
        if (pod.get("containers") instanceof JsonArray containers) {
            for (JsonElement each : containers) {
                JsonObject container = each.getAsJsonObject();
                if (VictimManifests.COMPONENT.equals(container.get("name").getAsString())) {
                    return container;
                }
            }
        }
        throw new IOException("the service's Deployment has no container " + VictimManifests.COMPONENT);
    }

    private static BigDecimal amount(JsonObject resources, String field) {
        return resources.get(field) instanceof JsonObject of && of.has("cpu")
                ? Quantity.fromString(of.get("cpu").getAsString()).getNumber()
                : BigDecimal.ZERO;
    }

    private JsonObject lowered() {
        String millis = BigDecimal.valueOf(cpus * 1000).setScale(0, RoundingMode.HALF_UP) + "m";
        JsonObject resources = new JsonObject();
        resources.add("limits", cpu(millis));
        if (amount(before, "requests").compareTo(BigDecimal.valueOf(cpus)) > 0) {
            resources.add("requests", cpu(millis));
        }
        return resources;
    }

    private static JsonObject cpu(String amount) {
        JsonObject cpu = new JsonObject();
        cpu.addProperty("cpu", amount);
        return cpu;
    }

    private void patch(JsonObject resources) throws ApiException {
        JsonObject patch = JsonParser.parseString("{\"spec\":{\"template\":{\"spec\":{\"containers\":[]}}}}")
                .getAsJsonObject();
        JsonObject container = new JsonObject();
        container.addProperty("name", VictimManifests.COMPONENT);
        container.add("resources", resources);
        patch.getAsJsonObject("spec").getAsJsonObject("template").getAsJsonObject("spec").getAsJsonArray("containers")
                .add(container);
        api.patch(path, ApiObjects.STRATEGIC, patch);
    }

    @Override
    public synchronized String observed() {
        return observed;
    }

    @Override
    public synchronized boolean landed() {
        return landed;
    }

    @Override
    public synchronized void observe() {
        if (undone || landed) {
            return;
        }
        List<String> seen = new ArrayList<>();
        for (String name : board.running()) {
            V1Pod pod = board.pod(name);
            ContainerView view = pod == null ? null : ContainerView.of(pod, VictimManifests.COMPONENT);
            if (view != null && view.ready()) {
                try {
                    double quota = CpuQuota.parse(shell.run(name, CpuQuota.SCRIPT));
                    landed |= CpuQuota.isSame(quota, cpus);
                    seen.add("pod " + name + " is ready with " + CpuQuota.words(quota) + " by its cgroup");
                } catch (IOException | IllegalArgumentException _) {
                    // On its way out, or not to be asked now; the next look tells.
                }
            }
        }
        if (!seen.isEmpty()) {
            observed = "a limit of " + CpuQuota.words(cpus) + " was asked for; " + String.join("; ", seen);
        }
    }

    @Override
    public synchronized void undo() throws IOException {
        if (undone) {
            return;
        }
        JsonObject resources = new JsonObject();
        for (String field : List.of("limits", "requests")) {
            if (before.get(field) instanceof JsonObject of && of.has("cpu")) {
                resources.add(field, cpu(of.get("cpu").getAsString()));
            }
        }
        try {
            patch(resources);
        } catch (ApiException e) {
            throw ServerAnswer.refused("the service's limit of processors could not be set back", e);
        }
        undone = true;
        observed += "; then set back to " + resources;
    }
}
