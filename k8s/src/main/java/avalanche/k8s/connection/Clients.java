package avalanche.k8s.connection;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * Connections to one API server, one for each way of waiting.
 *
 * @param calls for calls that are answered at once: 20 s in all
 * @param quick for the service's management port, by the pod proxy: 2 s in all
 * @param streams for watches and logs, which last; a dead connection is found out within 20 s
 */
public record Clients(ApiClient calls, ApiClient quick, ApiClient streams) implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration PING = Duration.ofSeconds(10);

    /**
     * Prepares the connections; nothing is sent yet.
     *
     * @throws IOException if the credentials cannot be read, or the access was refused
     */
    public static Clients open(ClusterAccess access) throws IOException {
        ApiClient calls = client(access);
        ApiClient quick = client(access);
        ApiClient streams = client(access);
        calls.setHttpClient(http(calls).callTimeout(ANSWER).build());
        quick.setHttpClient(http(quick).connectTimeout(QUICK).callTimeout(QUICK).build());
        streams.setHttpClient(http(streams).readTimeout(Duration.ZERO).pingInterval(PING).build());
        return new Clients(calls, quick, streams);
    }

    private static OkHttpClient.Builder http(ApiClient client) {
        return client.getHttpClient().newBuilder().connectTimeout(CONNECT);
    }

    private static ApiClient client(ClusterAccess access) throws IOException {
        return switch (access) {
            case ClusterAccess.Context context -> ClientBuilder.kubeconfig(context.load()).build();
            case ClusterAccess.InCluster() -> ClientBuilder.cluster().build();
            case ClusterAccess.Refused(String reason, String remedy) -> throw new IOException(reason + ": " + remedy);
        };
    }

    @Override
    public void close() {
        for (ApiClient client : List.of(calls, quick, streams)) {
            client.getHttpClient().dispatcher().cancelAll();
            client.getHttpClient().dispatcher().executorService().shutdown();
            client.getHttpClient().connectionPool().evictAll();
        }
    }
}
