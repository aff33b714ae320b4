package avalanche.chaos.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * The two loopback ports of a service, the same in all of its lives.
 *
 * <p>Between two lives nobody listens on them. A port that the kernel also gives to outgoing connections can be lost then: whoever connects to it
 * and is given that very port is connected to itself (TCP's simultaneous open, RFC 9293, section 3.5), and the kernel keeps the port for a minute
 * afterwards. So free ports are taken from below the range of those, and below Kubernetes' node ports, 30000 to 32767, which a cluster on this
 * machine sends elsewhere.
 *
 * @param server for requests
 * @param management for the management port
 */
record LoopbackPorts(int server, int management) {
    static final String HOST = "127.0.0.1";
    private static final String SERVER = "server.port";
    private static final String MANAGEMENT = "victim.management.port";
    private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 12_000;
    private static final int NODE_PORTS = 30_000;
    private static final int FEWEST = 1_000;
    private static final int TRIES = 100;

    /**
     * The ports that the settings name, free ones for those they do not.
     *
     * @throws IOException if a named port is not a port or is taken
     */
    static LoopbackPorts choose(Map<String, String> settings) throws IOException {
        return choose(settings, below(EPHEMERAL));
    }

    /** The same, with free ones from below a port where there is room. */
    static LoopbackPorts choose(Map<String, String> settings, int below) throws IOException {
        int server = named(SERVER, settings.get(SERVER));
        int management = named(MANAGEMENT, settings.get(MANAGEMENT));
        if (server == management && server != 0) {
            throw new IOException(SERVER + " and " + MANAGEMENT + " are both " + server
                    + "; give them different ports, or leave them out and free ones are chosen");
        }
        try (ServerSocket first = bindOrChoose(server, below); ServerSocket second = bindOrChoose(management, below)) {
            return new LoopbackPorts(first.getLocalPort(), second.getLocalPort());
        }
    }

    private static ServerSocket bindOrChoose(int named, int below) throws IOException {
        for (int i = 0; named == 0 && i < TRIES && below - LOWEST >= FEWEST; i++) {
            try {
                return bind(ThreadLocalRandom.current().nextInt(LOWEST, below));
            } catch (BindException _) {
                // Taken; there are others.
            }
        }
        return bind(named);
    }

    /**
     * The first port that is not to be chosen: the first of those for outgoing connections, or of Kubernetes' node ports. Systems
     * other than Linux do not tell here, and have the former above the latter.
     */
    static int below(Path ephemeral) {
        try {
            return Math.min(NODE_PORTS, Integer.parseInt(Files.readString(ephemeral).strip().replaceFirst("\\s.*",
                    "")));
        } catch (IOException | NumberFormatException _) {
            return NODE_PORTS;
        }
    }

    private static int named(String setting, @Nullable String value) throws IOException {
        if (value == null) {
            return 0;
        }
        int port;
        try {
            port = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IOException(setting + " is '" + value + "'; allowed: a port, 1 to 65535", e);
        }
        if (port < 1 || port > 65535) {
            throw new IOException(setting + " is " + port + "; allowed: a port, 1 to 65535");
        }
        if (isTaken(port)) {
            throw new IOException("port " + port + " of " + HOST + ", asked for by the setting " + setting
                    + ", is taken by another program; end that program, name another port, or leave " + setting
                    + " out and a free port is chosen");
        }
        return port;
    }

    /** Whether another program holds the port. */
    static boolean isTaken(int port) {
        try (ServerSocket socket = bind(port)) {
            return !socket.isBound();
        } catch (IOException _) {
            return true;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
