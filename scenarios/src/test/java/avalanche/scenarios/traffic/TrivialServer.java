package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * An HTTP server of one thread that does next to nothing per request: {@code POST} is answered with 201 and a location, anything else with
 * 200. It can hold its answers back until a given time, and then gives them all at once, those that came last first.
 */
final class TrivialServer implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(ISO_8859_1);
    private static final byte[] CREATED = "HTTP/1.1 201 Created\r\nLocation: /orders/7\r\nContent-Length: 2\r\n\r\n{}"
            .getBytes(ISO_8859_1);

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Deque<SocketChannel> held = new ArrayDeque<>();
    private final AtomicLong requests = new AtomicLong();
    private final LongSupplier nanos;
    private volatile long holdFrom = Long.MAX_VALUE;
    private volatile long holdUntil = Long.MAX_VALUE;
    private volatile long releaseNanos;
    private volatile boolean closed;

    TrivialServer(int port, LongSupplier nanos) throws IOException {
        this.nanos = nanos;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Serves until it is killed; writes its address first. */
    public static void main(String[] arguments) throws IOException {
        try (TrivialServer server = new TrivialServer(0, System::nanoTime)) {
            System.out.println(server.uri());
            server.serve();
        }
    }

    static TrivialServer start() throws IOException {
        TrivialServer server = new TrivialServer(0, System::nanoTime);
        Thread.ofPlatform().name("trivial-server").daemon().start(server::serve);
        return server;
    }

    URI uri() throws IOException {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort());
    }

    long requests() {
        return requests.get();
    }

    /** Answers nothing between two readings of its clock. */
    void hold(long from, long until) {
        holdUntil = until;
        holdFrom = from;
    }

    /** How long it took to give all answers that were held back, in nanoseconds. */
    long releaseNanos() {
        return releaseNanos;
    }

    private void answerHeld() throws IOException {
        while (!held.isEmpty()) {
            answer(held.removeLast());
        }
        releaseNanos = nanos.getAsLong() - holdUntil;
    }

    private boolean holding() {
        long now = nanos.getAsLong();
        return now >= holdFrom && now < holdUntil;
    }

    void serve() {
        try {
            while (!closed) {
                selector.select(this::serve, 1);
                if (!held.isEmpty() && !holding()) {
                    answerHeld();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                    channel.configureBlocking(false);
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    channel.register(selector, SelectionKey.OP_READ, new Connection());
                }
            } else {
                read((SocketChannel) key.channel(), (Connection) key.attachment());
            }
        } catch (IOException e) {
            key.cancel();
            closeQuietly(key);
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Connection {
        private final byte[] bytes = new byte[16 << 10];
        private final ByteBuffer in = ByteBuffer.wrap(bytes);
        private boolean post;

        /** Whether a whole request is there: its head, and as much body as that announces. */
        boolean complete() {
            int length = 0;
            for (int i = 0; i + 3 < in.position(); i++) {
                if (bytes[i] == '\r' && bytes[i + 2] == '\r') {
                    return in.position() >= i + 4 + length;
                }
                if (bytes[i] == '\n' && (bytes[i + 1] | 32) == 'c' && (bytes[i + 9] | 32) == 'l') {
                    int end = i;
                    while (bytes[end] != '\r') {
                        end++;
                    }
                    length = Integer.parseInt(new String(bytes, i + 17, end - i - 17, ISO_8859_1));
                }
            }
            return false;
        }
    }

    private void read(SocketChannel channel, Connection connection) throws IOException {
        if (channel.read(connection.in) < 0) {
            channel.close();
            return;
        }
        if (connection.complete()) {
            requests.incrementAndGet();
            connection.post = connection.bytes[1] == 'O';
            connection.in.clear();
            if (holding()) {
                held.addLast(channel);
            } else {
                answer(channel);
            }
        }
    }

    private void answer(SocketChannel channel) throws IOException {
        Connection connection = (Connection) Objects.requireNonNull(channel.keyFor(selector)).attachment();
        channel.write(ByteBuffer.wrap(connection.post ? CREATED : OK));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        server.close();
    }
}
