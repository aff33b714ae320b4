package avalanche.k8s.target;

import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.manifest.VictimManifests;
import io.kubernetes.client.Exec;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** By the API server's exec: the image needs a {@code sh} and nothing else. */
final class ExecShell implements PodShell {
    private static final long SECONDS = 10;

    private final ApiClient client;
    private final String namespace;

    /** @param client one whose connections may last */
    ExecShell(ApiClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    @Override
    public String run(String pod, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        String what = "a shell in pod " + pod;
        Process process = null;
        try {
            process = new Exec(client).newExecutionBuilder(namespace, pod, command.toArray(String[]::new)).setContainer(
                    VictimManifests.COMPONENT).setStdin(false).setTty(false).setOnUnhandledError(failures::add)
                    .execute();
            // Asked for before anything comes: what is asked for after the end never ends.
            InputStream output = process.getInputStream();
            InputStream errors = process.getErrorStream();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!failures.isEmpty()) {
                Throwable broken = failures.getFirst();
                throw new IOException(what + " did not run: " + broken.getMessage()
                        + "; this account needs create and get of pods/exec, as the manifests' Role lists", broken);
            }
            if (!ended) {
                throw new IOException(what + " did not end within " + SECONDS + " s");
            }
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(what + " ended with exit code " + process.exitValue() + ": " + (text + new String(
                        errors.readAllBytes(), StandardCharsets.UTF_8)).strip());
            }
            return text;
        } catch (ApiException e) {
            throw ServerAnswer.refused(what + " did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + what + " ran", e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
