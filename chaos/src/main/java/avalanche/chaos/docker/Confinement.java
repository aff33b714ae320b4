package avalanche.chaos.docker;

import avalanche.chaos.image.ContainerPaths;
import avalanche.chaos.target.Container;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;

/** What our containers may and may not do: pure functions. */
final class Confinement {
    private static final String HOST = "127.0.0.1";
    private static final double NANOS = 1e9;
    private static final long MEBIBYTE = 1 << 20;
    private static final long SANDBOX_BYTES = 32 * MEBIBYTE;

    private Confinement() {}

    /** Holds an address and two published ports, on the loopback only, and does nothing. */
    static HostConfig sandbox(String network) {
        return everyone(50).withNetworkMode(network).withMemory(SANDBOX_BYTES).withPortBindings(
                published(ContainerPaths.SERVER_PORT), published(ContainerPaths.MANAGEMENT_PORT));
    }

    /** Processors as the engine counts them. */
    static long nanos(double cpus) {
        return (long) (cpus * NANOS);
    }

    private static PortBinding published(int port) {
        return new PortBinding(Ports.Binding.bindIp(HOST), ExposedPort.tcp(port));
    }

    /** The service: its limits, and the sandbox's network. */
    static HostConfig victim(Container limits, Processors processors, String sandbox) {
        HostConfig config = everyone(50).withNetworkMode("container:" + sandbox).withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes()).withNanoCPUs(nanos(limits.cpus()))
                .withTmpFs(Map.of(ContainerPaths.TEMPORARY, "rw,nosuid,nodev,noexec,size=64m,mode=1777"));
        String pinned = processors.victim();
        return pinned == null ? config : config.withCpusetCpus(pinned);
    }

    /**
     * An injector. Its libraries bring native code that they run from the temporary folder. A request that times out
     * closes its connection, and its port is taken for a minute: it gets all ports there are, and takes them again early.
     */
    static HostConfig injector(long heapBytes, Processors processors, String network) {
        HostConfig config = everyone(1000).withNetworkMode(network).withMemory(2 * heapBytes + 256 * MEBIBYTE)
                .withTmpFs(Map.of(ContainerPaths.TEMPORARY, "rw,nosuid,nodev,exec,size=64m,mode=1777"))
                .withSysctls(Map.of("net.ipv4.ip_local_port_range", "1024 65535", "net.ipv4.tcp_tw_reuse", "1"));
        String pinned = processors.injectors();
        return pinned == null ? config : config.withCpusetCpus(pinned);
    }

    /** A log of its own, whatever the engine's default: it is read back, and its end must be there. */
    private static HostConfig everyone(int logMebibytes) {
        return HostConfig.newHostConfig().withReadonlyRootfs(true).withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", logMebibytes + "m",
                        "max-file", "2")));
    }
}
