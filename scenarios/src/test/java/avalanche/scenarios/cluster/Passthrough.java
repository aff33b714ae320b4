package avalanche.scenarios.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Carries TCP connections on to another address, and can be cut: what a server that is down looks like from outside. */
public final class Passthrough implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress at;
    private final InetSocketAddress to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private @Nullable ServerSocket listening;
    private @Nullable Thread accepting;

    private Passthrough(InetSocketAddress at, InetSocketAddress to) {
        this.at = at;
        this.to = to;
    }

    /** Begins to listen; port 0 stands for a free one. */
    public static Passthrough start(InetSocketAddress at, InetSocketAddress to) throws IOException {
        ServerSocket first = listen(at);
        Passthrough passthrough = new Passthrough(new InetSocketAddress(at.getAddress(), first.getLocalPort()), to);
        passthrough.serve(first);
        return passthrough;
    }

    private static ServerSocket listen(InetSocketAddress at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(at);
        return socket;
    }

    /** Where it listens. */
    public int port() {
        return at.getPort();
    }

    /** How many connections it took so far. */
    public int accepted() {
        return accepted.get();
    }

    /**
     * Ends all connections and refuses new ones, until {@link #restore}. The thread that waits for connections is waited for: the kernel
     * listens for as long as that thread is in its call, even though the socket is closed.
     *
     * @throws IOException where the socket cannot be closed, or its thread does not end in time
     */
    public synchronized void cut() throws IOException {
        ServerSocket socket = listening;
        listening = null;
        if (socket != null) {
            socket.close();
        }
        endAll();
        Thread thread = accepting;
        accepting = null;
        if (thread != null) {
            ended(thread);
            endAll();
        }
    }

    private static void ended(Thread thread) throws IOException {
        try {
            if (!thread.join(Duration.ofMillis(2 * CONNECT_MILLIS))) {
                throw new IOException(thread.getName() + " still listens after " + 2 * CONNECT_MILLIS + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + thread.getName() + " was ending");
        }
    }

    private void endAll() {
        open.forEach(Passthrough::end);
        open.clear();
    }

    /** Listens again at the same port. */
    public synchronized void restore() throws IOException {
        if (listening == null) {
            serve(listen(at));
        }
    }

    private synchronized void serve(ServerSocket socket) {
        listening = socket;
        accepting = Thread.ofPlatform().daemon().name("passthrough-" + at.getPort()).start(() -> accept(socket));
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                accepted.incrementAndGet();
                carry(socket, near);
            } catch (IOException _) {
                // It was cut, or the other side did not take this one.
            }
        }
    }

    private void carry(ServerSocket of, Socket near) throws IOException {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            far.connect(to, CONNECT_MILLIS);
        } catch (IOException e) {
            end(near);
            throw e;
        }
        if (of.isClosed()) {
            end(near);
            end(far);
            return;
        }
        pump(near, far);
        pump(far, near);
    }

    private void pump(Socket from, Socket into) {
        Thread.ofPlatform().daemon().name("passthrough-pump").start(() -> {
            try {
                var _ = from.getInputStream().transferTo(into.getOutputStream());
            } catch (IOException _) {
                // One of the two ended.
            } finally {
                end(from);
                end(into);
                open.remove(from);
                open.remove(into);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more, closed or not.
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
