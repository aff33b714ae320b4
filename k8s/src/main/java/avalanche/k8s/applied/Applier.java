package avalanche.k8s.applied;

import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.Labels;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates the objects of a manifest for one target, with the labels by which they are found again. Those of namespaces
 * go to the run's; those of the whole cluster are created where this account may. What is there already is left alone.
 */
public final class Applier {
    /** How long a kind may take to be known whose definition stands in the same manifest. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(20);
    private static final long ASK_AGAIN_MILLIS = 250;
    private static final int FORBIDDEN = 403;
    private static final int UNCLEAR = 500;

    private final ApiObjects api;
    private final ResourceKinds kinds;
    private final String namespace;
    private final String instance;
    private final String runId;

    /**
     * @param namespace where its objects go
     * @param instance the target's name, the label's value
     */
    public Applier(ApiClient client, String namespace, String instance, String runId) {
        this.api = new ApiObjects(client);
        this.kinds = new ResourceKinds(api);
        this.namespace = namespace;
        this.instance = instance;
        this.runId = runId;
    }

    /**
     * Creates all of it, in order.
     *
     * @throws IOException if one is refused; the message names it, and those that were created are deleted
     */
    public AppliedManifest apply(String manifest) throws IOException {
        List<ManifestDocument> documents = ManifestText.read(manifest, Map.of("namespace", namespace, "instance",
                instance, "run", Labels.run(runId)));
        for (ManifestDocument document : documents) {
            if (!document.namespace().isEmpty() && !document.namespace().equals(namespace)) {
                throw new IOException(document.words() + " names the namespace " + document.namespace()
                        + "; allowed: none, or ${avalanche.namespace}, which is " + namespace
                        + " here: a run changes nothing in other namespaces");
            }
        }
        List<AppliedObject> created = new ArrayList<>();
        AppliedManifest applied = new AppliedManifest(api, instance, created);
        try {
            for (ManifestDocument document : documents) {
                created.add(create(document));
            }
        } catch (IOException e) {
            takeBack(applied, e);
            throw e;
        }
        applied.observe();
        return applied;
    }

    private static void takeBack(AppliedManifest applied, IOException cause) {
        try {
            applied.undo();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private AppliedObject create(ManifestDocument document) throws IOException {
        ResourceKind kind = kind(document);
        String collection = kind.collection(namespace);
        String path = collection + "/" + document.name();
        try {
            return object(document, path, api.create(collection, labelled(document, kind)));
        } catch (ApiException e) {
            AppliedObject all = e.getCode() == 0 || e.getCode() >= UNCLEAR ? createdAllTheSame(document, path) : null;
            if (all != null) {
                return all;
            }
            throw refused(document, kind, e);
        }
    }

    private static AppliedObject object(ManifestDocument document, String path, JsonObject answer) {
        return new AppliedObject(document.words(), path, ApiObjects.metadata(answer, "uid"));
    }

    /** A call whose answer was lost may have created it: its label tells whether it did. */
    private @Nullable AppliedObject createdAllTheSame(ManifestDocument document, String path) {
        try {
            JsonObject there = api.get(path);
            return ApiObjects.metadata(there, "labels", Labels.APPLIED).equals(instance)
                    ? object(document, path, there)
                    : null;
        } catch (ApiException _) {
            // Not there, or not to be asked: then the sweep finds it by its label.
            return null;
        }
    }

    private static IOException refused(ManifestDocument document, ResourceKind kind, ApiException e) {
        String what = document.words() + " could not be created";
        if (e.getCode() == ServerAnswer.CONFLICT) {
            return new IOException(what + ": there is one of this name, which is left alone; give it another name", e);
        }
        if (e.getCode() == FORBIDDEN) {
            return new IOException(what + ": " + ServerAnswer.said(e) + "; grant create, get and delete of "
                    + kind.resource() + (kind.namespaced() ? " in a Role" : " in a ClusterRole, it is the cluster's"),
                    e);
        }
        return ServerAnswer.refused(what, e);
    }

    private ResourceKind kind(ManifestDocument document) throws IOException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        try {
            ResourceKind kind = kinds.find(document.apiVersion(), document.kind());
            // Only what follows a definition in the manifest can still become known.
            while (kind == null && document.number() > 1 && System.nanoTime() < deadline) {
                Thread.sleep(ASK_AGAIN_MILLIS);
                kind = kinds.find(document.apiVersion(), document.kind());
            }
            if (kind == null) {
                throw new IOException("document " + document.number() + ": the cluster does not know " + document.kind()
                        + " of " + document.apiVersion()
                        + "; install what brings it, or correct apiVersion and kind (kubectl api-resources)");
            }
            return kind;
        } catch (ApiException e) {
            throw ServerAnswer.refused("the kinds of " + document.apiVersion() + " could not be asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + document.words() + " was applied", e);
        }
    }

    private JsonObject labelled(ManifestDocument document, ResourceKind kind) {
        JsonObject object = document.content().deepCopy();
        JsonObject metadata = object.getAsJsonObject("metadata");
        if (kind.namespaced()) {
            metadata.addProperty("namespace", namespace);
        }
        JsonObject labels = child(metadata, "labels");
        labels.addProperty(Labels.MANAGED_BY, Labels.AVALANCHE);
        labels.addProperty(Labels.RUN, Labels.run(runId));
        labels.addProperty(Labels.APPLIED, instance);
        child(metadata, "annotations").addProperty(Labels.RUN, runId);
        return object;
    }

    private static JsonObject child(JsonObject of, String field) {
        if (of.get(field) instanceof JsonObject present) {
            return present;
        }
        JsonObject created = new JsonObject();
        of.add(field, created);
        return created;
    }
}
