package avalanche.scenarios.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local addresses that connections to a service on the same machine start from.
 *
 * <p>A request that times out closes its connection, and the kernel keeps the port for a minute. One address has some 28 000 ports: 700
 * requests a second that all time out use them up in 40 seconds, and what fails then is the injector. The whole of 127.0.0.0/8 is loopback
 * on Linux, so several addresses multiply the ports. Elsewhere, and to a service on another machine, the system chooses as it always does.
 *
 * <p>The service's own address is not among them: a connection from it to a port where nobody listens for a while may be given that very port, is
 * then connected to itself, and keeps the service from listening there again for a minute.
 */
final class SourceAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(SourceAddresses.class);
    private static final int WANTED = 8;

    private SourceAddresses() {}

    /** Addresses that can be bound; empty leaves the choice to the system. */
    static List<String> towards(URI service) {
        InetAddress there = loopback(service.getHost());
        if (there == null || !System.getProperty("os.name", "").startsWith("Linux")) {
            return List.of();
        }
        List<String> usable = new ArrayList<>();
        for (int i = 1; i <= WANTED + 1; i++) {
            String address = "127.0.0." + i;
            if (address.equals(there.getHostAddress())) {
                continue;
            }
            try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName(address))) {
                usable.add(address);
            } catch (IOException e) {
                LOG.warn("{} cannot be bound ({}): fewer ports for connections", address, e.getMessage());
            }
        }
        return List.copyOf(usable);
    }

    /** The host's IPv4 loopback address, null where it has none. */
    private static @Nullable InetAddress loopback(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() && address.getAddress().length == 4 ? address : null;
        } catch (UnknownHostException e) {
            LOG.warn("{} cannot be resolved now: {}", host, e.getMessage());
            return null;
        }
    }
}
