package avalanche.chaos.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The image that ours stand on.
 *
 * @param name as asked for
 * @param id digest of what the engine has under that name
 */
record Base(String name, String id) {
    private static final long PULL_MINUTES = 3;

    /**
     * The base in the engine, which pulls it where it does not have it.
     *
     * @throws IOException if it can neither be found nor be pulled; the message carries the remedy
     */
    static Base of(String name, DockerClient engine, Consumer<String> progress)
            throws IOException, InterruptedException {
        EngineImages images = new EngineImages(engine);
        InspectImageResponse found = images.find(name);
        String problem = "";
        if (found == null) {
            progress.accept("pulling " + name);
            problem = pull(name, engine);
            found = images.find(name);
        }
        if (found == null) {
            throw new IOException("the base image " + name + " is not in the Docker engine and could not be pulled ("
                    + problem
                    + "); load it (docker load), or name another image with a C library (glibc) and /bin/sleep:"
                    + " ./avalanche images --base NAME");
        }
        return new Base(name, String.valueOf(found.getId()));
    }

    private static String pull(String name, DockerClient engine) throws InterruptedException {
        try (ResultCallback.Adapter<PullResponseItem> pulled = engine.pullImageCmd(name).start()) {
            return pulled.awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)
                    ? "the engine says it has"
                    : "not within " + PULL_MINUTES + " min";
        } catch (RuntimeException | IOException e) {
            return String.valueOf(e.getMessage()).strip();
        }
    }
}
