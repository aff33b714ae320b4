package avalanche.chaos.engine;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The engine that this machine's user has: {@code DOCKER_HOST}, a context, a socket, Docker Desktop and its like. */
public final class DockerEngine {
    /** Whose run a container or a network belongs to. */
    public static final String RUN_LABEL = "org.avalanche.run";
    /** What it is there for: {@code sandbox}, {@code victim}, {@code injector} or {@code network}. */
    public static final String ROLE_LABEL = "org.avalanche.role";
    private static final String REMEDY = "; start one (Linux: systemctl start docker; macOS, Windows: Docker Desktop or"
            + " its like), or set DOCKER_HOST, or use another platform";

    private DockerEngine() {}

    /**
     * The client, shared by everything in this process; never to be closed.
     *
     * @throws IOException if no engine answers; the message carries the remedy
     */
    public static DockerClient connect() throws IOException {
        try {
            DockerClient client = DockerClientFactory.instance().client();
            client.pingCmd().exec();
            return client;
        } catch (RuntimeException e) {
            throw new IOException("no Docker engine answers: " + reason(e) + REMEDY, e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }

    /** Labels of something started for a run; Testcontainers' own are among them, so that its reaper knows it too. */
    public static Map<String, String> labels(String runId, String role) {
        Map<String, String> labels = new LinkedHashMap<>(DockerClientFactory.DEFAULT_LABELS);
        labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        labels.put(RUN_LABEL, runId);
        labels.put(ROLE_LABEL, role);
        return labels;
    }
}
