package avalanche.k8s.pods;

import avalanche.k8s.connection.ServerAnswer;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The log of one container of a pod, as the API server gives it.
 *
 * @param client reaches the server
 * @param namespace the pod's
 * @param pod its name
 * @param container the container's name
 */
public record PodLog(ApiClient client, String namespace, String pod, String container) {
    /** What to read. */
    public enum Part {
        /** The current container's log, to the end of the container. */
        FOLLOW,
        /** The current container's log, as far as it is written. */
        CURRENT,
        /** The log of the container before the current one. */
        PREVIOUS
    }

    /** Takes lines as the server sent them, timestamps included. */
    public interface RawLines {
        /** Takes one; false to read no more. */
        boolean take(String raw) throws InterruptedException;
    }

    /**
     * Prepares a request, which {@link #read} sends and {@link Call#cancel} ends.
     *
     * @param since from when on, null for all of it; the server cuts it to whole seconds
     */
    public Call request(Part part, @Nullable Instant since) throws IOException {
        List<Pair> query = new ArrayList<>(List.of(new Pair("container", container), new Pair("timestamps", "true")));
        if (part != Part.CURRENT) {
            query.add(new Pair(part == Part.FOLLOW ? "follow" : "previous", "true"));
        }
        if (since != null) {
            // The client's own call knows whole seconds before now only, by this machine's clock.
            query.add(new Pair("sinceTime", since.truncatedTo(ChronoUnit.SECONDS).toString()));
        }
        try {
            return client.buildCall(null, "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/log", "GET", query,
                    List.of(), null, new HashMap<>(), new HashMap<>(), new HashMap<>(), new String[]{"BearerToken"},
                    null);
        } catch (ApiException e) {
            throw ServerAnswer.refused("the log of pod " + pod + " could not be asked for", e);
        }
    }

    /**
     * Sends a request and reads the lines of its answer; a line without an end, where the connection broke, is left out.
     *
     * @param last whether a last line without an end is a line too, because the log is over
     * @throws IOException if the server refuses or the connection breaks
     */
    public static void read(Call call, boolean last, RawLines lines) throws IOException, InterruptedException {
        try (Response response = call.execute(); ResponseBody body = response.body()) {
            if (!response.isSuccessful()) {
                throw ServerAnswer.refused("the log could not be read", new ApiException(response.code(),
                        response.message(), null, body.string()));
            }
            BufferedSource source = body.source();
            while (true) {
                long end = source.indexOf((byte) '\n');
                if (end < 0) {
                    String rest = last ? source.readUtf8() : "";
                    var _ = !rest.isEmpty() && lines.take(rest);
                    return;
                }
                String line = source.readUtf8(end);
                source.skip(1);
                if (!lines.take(line)) {
                    return;
                }
            }
        }
    }
}
