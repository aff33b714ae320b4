package avalanche.chaos.docker;

import avalanche.chaos.engine.DockerEngine;
import avalanche.chaos.image.ContainerPaths;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A network of a run, and in it a container that does nothing but hold the service's address and published ports: as in a
 * pod, they stay the same in all the lives of the service, which joins this container's network.
 */
final class Sandbox implements AutoCloseable {
    private final DockerClient engine;
    private final String network;
    private final AtomicBoolean closed = new AtomicBoolean();
    private String container = "";
    private String ip = "";
    private int server;
    private int management;

    private Sandbox(DockerClient engine, String network) {
        this.engine = engine;
        this.network = network;
    }

    /**
     * Makes both.
     *
     * @param image any with {@code /bin/sleep}
     * @throws IOException if the engine does not; nothing is left
     */
    static Sandbox open(DockerClient engine, String runId, String image) throws IOException {
        Sandbox sandbox = new Sandbox(engine, network(engine, runId));
        try {
            sandbox.start(runId, image);
            return sandbox;
        } catch (IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static String network(DockerClient engine, String runId) throws IOException {
        try {
            return engine.createNetworkCmd().withName(Names.of(runId, "network")).withLabels(DockerEngine.labels(runId,
                    "network")).exec().getId();
        } catch (RuntimeException e) {
            throw new IOException("the Docker engine does not create a network: " + e.getMessage()
                    + "; where its addresses are used up, remove networks that nobody needs (docker network prune)", e);
        }
    }

    private void start(String runId, String image) throws IOException {
        CreateContainerCmd command = engine.createContainerCmd(image).withName(Names.of(runId, "sandbox"))
                .withLabels(DockerEngine.labels(runId, "sandbox")).withEntrypoint("/bin/sleep").withCmd("infinity")
                .withExposedPorts(ExposedPort.tcp(ContainerPaths.SERVER_PORT), ExposedPort.tcp(
                        ContainerPaths.MANAGEMENT_PORT))
                .withHostConfig(Confinement.sandbox(network));
        container = RunningContainer.create(engine, command);
        InspectContainerResponse found = engine.inspectContainerCmd(container).exec();
        var settings = found.getNetworkSettings();
        Map<String, ContainerNetwork> networks = settings.getNetworks();
        ip = networks.values().stream().map(ContainerNetwork::getIpAddress).filter(address -> address != null
                && !address.isEmpty()).findFirst().orElseThrow(() -> new IOException(
                        "the Docker engine gave the service's container no address"));
        server = published(settings.getPorts(), ContainerPaths.SERVER_PORT);
        management = published(settings.getPorts(), ContainerPaths.MANAGEMENT_PORT);
    }

    private static int published(@Nullable Ports ports, int port) throws IOException {
        Ports.Binding[] bindings = ports == null ? null : ports.getBindings().get(ExposedPort.tcp(port));
        if (bindings == null || bindings.length == 0) {
            throw new IOException("the Docker engine did not publish port " + port);
        }
        return Integer.parseInt(bindings[0].getHostPortSpec());
    }

    String network() {
        return network;
    }

    String container() {
        return container;
    }

    /** Where injectors in the same network send requests; an address, so that no name has to be looked up. */
    URI fromNetwork() {
        return URI.create("http://" + ip + ":" + ContainerPaths.SERVER_PORT);
    }

    /** The service's port for requests, from this machine. */
    URI serverFromHere() {
        return URI.create("http://127.0.0.1:" + server);
    }

    /** The service's management port, from this machine. */
    URI managementFromHere() {
        return URI.create("http://127.0.0.1:" + management);
    }

    /** Removes both, and whatever still is in the network; may be called twice. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            Removal.network(engine, network);
        }
    }
}
