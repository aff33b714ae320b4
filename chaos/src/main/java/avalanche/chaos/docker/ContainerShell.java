package avalanche.chaos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Runs a line of shell in a container, so that it does not matter where the engine is. */
final class ContainerShell {
    private static final long SECONDS = 10;

    private ContainerShell() {}

    /**
     * What it prints.
     *
     * @throws IOException if it does not run or does not end in time
     */
    static String run(DockerClient engine, String container, String script) throws IOException {
        try (Output output = new Output()) {
            String id = engine.execCreateCmd(container).withAttachStdout(true).withAttachStderr(true).withCmd("sh",
                    "-c", script).exec().getId();
            engine.execStartCmd(id).exec(output);
            if (!output.awaitCompletion(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("a shell in the container did not end within " + SECONDS + " s");
            }
            return output.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a shell ran in the container", e);
        } catch (RuntimeException e) {
            throw new IOException("no shell runs in the container: " + e.getMessage(), e);
        }
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            if (frame.getStreamType() != StreamType.STDERR) {
                bytes.writeBytes(frame.getPayload());
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
