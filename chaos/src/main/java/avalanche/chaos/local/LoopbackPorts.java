package avalanche.chaos.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The two loopback ports of a service, the same in all of its lives.
 *
 * @param server for requests
 * @param management for the management port
 */
record LoopbackPorts(int server, int management) {
    static final String HOST = "127.0.0.1";
    private static final String SERVER = "server.port";
    private static final String MANAGEMENT = "victim.management.port";

    /**
     * The ports that the settings name, free ones for those they do not.
     *
     * @throws IOException if a named port is not a port or is taken
     */
    static LoopbackPorts choose(Map<String, String> settings) throws IOException {
        int server = named(SERVER, settings.get(SERVER));
        int management = named(MANAGEMENT, settings.get(MANAGEMENT));
        if (server == management && server != 0) {
            throw new IOException(SERVER + " and " + MANAGEMENT + " are both " + server
                    + "; give them different ports, or leave them out and free ones are chosen");
        }
        try (ServerSocket first = bind(server); ServerSocket second = bind(management)) {
            return new LoopbackPorts(first.getLocalPort(), second.getLocalPort());
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
