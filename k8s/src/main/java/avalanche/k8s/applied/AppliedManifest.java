package avalanche.k8s.applied;

import avalanche.chaos.target.Disruption;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Labels;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Objects of the user's own that were created. Each read back with the run's label proves them; what their own
 * conditions tell is told with it. Undone by deleting those that were created, by the server's id of them, and no others.
 */
public final class AppliedManifest implements Disruption {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final ApiObjects api;
    private final String instance;
    private final List<AppliedObject> created;
    private String observed = "nothing was read back yet";
    private boolean landed;
    private boolean undone;

    /** @param created in order; what is added to it before the first look is of it */
    AppliedManifest(ApiObjects api, String instance, List<AppliedObject> created) {
        this.api = api;
        this.instance = instance;
        this.created = created;
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
        if (undone) {
            return;
        }
        List<String> seen = new ArrayList<>();
        boolean all = !created.isEmpty();
        for (AppliedObject object : created) {
            try {
                JsonObject there = api.get(object.path());
                boolean ours = ApiObjects.metadata(there, "uid").equals(object.uid()) && ApiObjects.metadata(there,
                        "labels", Labels.APPLIED).equals(instance);
                all &= ours;
                seen.add(object.words() + (ours
                        ? " was read back with the run's label" + conditions(there)
                        : " is another one now"));
            } catch (ApiException e) {
                all = false;
                seen.add(object.words() + (e.getCode() == ServerAnswer.NOT_FOUND
                        ? " is not there any more"
                        : " could not be read back: " + ServerAnswer.words(e)));
            }
        }
        landed |= all;
        observed = String.join("; ", seen);
    }

    /** What an object tells of itself, as operators' own objects do: {@code  (Established=True)}. */
    static String conditions(JsonObject object) {
        StringJoiner all = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (object.get("status") instanceof JsonObject status && status.get("conditions") instanceof JsonArray list) {
            for (JsonElement each : list) {
                if (each instanceof JsonObject condition && condition.has("type") && condition.has("status")) {
                    all.add(condition.get("type").getAsString() + "=" + condition.get("status").getAsString());
                }
            }
        }
        return all.toString();
    }

    @Override
    public synchronized void undo() throws IOException {
        if (undone) {
            return;
        }
        List<String> left = new ArrayList<>();
        IOException failure = null;
        long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
        for (AppliedObject object : created.reversed()) {
            try {
                delete(object, deadline);
            } catch (IOException e) {
                left.add(object.words());
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw new IOException("not deleted again: " + String.join(", ", left) + ": " + failure.getMessage()
                    + "; ./avalanche sweep finds it by its label", failure);
        }
        undone = true;
        observed += "; deleted again";
    }

    private void delete(AppliedObject object, long deadline) throws IOException {
        try {
            api.delete(object.path(), object.uid(), null);
            while (isThere(object)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(object.words() + " was deleted, but is still there after " + GONE_WITHIN
                            .toSeconds() + " s: look at its finalizers");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (ApiException e) {
            // Not there, or another one of its name: what was created is gone.
            if (e.getCode() != ServerAnswer.NOT_FOUND && e.getCode() != ServerAnswer.CONFLICT) {
                throw ServerAnswer.refused(object.words() + " could not be deleted", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + object.words() + " was deleted", e);
        }
    }

    private boolean isThere(AppliedObject object) throws ApiException {
        try {
            return ApiObjects.metadata(api.get(object.path()), "uid").equals(object.uid());
        } catch (ApiException e) {
            if (e.getCode() == ServerAnswer.NOT_FOUND) {
                return false;
            }
            if (e.getCode() == 0 || e.getCode() >= 500) {
                // Not to be asked now; the deadline decides.
                return true;
            }
            throw e;
        }
    }
}
