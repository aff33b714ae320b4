package avalanche.chaos.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Makes lines of bytes that come in pieces: a piece may hold half a line, many lines or half a character. Not safe for use
 * by several threads.
 */
public final class LineAssembler {
    /** Takes a line without its end. */
    public interface Sink {
        /** Takes it, after waiting for room. */
        void line(String text) throws InterruptedException;
    }

    private final Sink sink;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    public LineAssembler(Sink sink) {
        this.sink = sink;
    }

    /** The next piece. */
    public void piece(byte[] bytes) throws InterruptedException {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                unfinished.write(bytes, from, i - from);
                from = i + 1;
                emit();
            }
        }
        unfinished.write(bytes, from, bytes.length - from);
    }

    /** Nothing comes any more: what is left is a line too. */
    public void end() throws InterruptedException {
        if (unfinished.size() > 0) {
            emit();
        }
    }

    private void emit() throws InterruptedException {
        String text = unfinished.toString(UTF_8);
        unfinished.reset();
        sink.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
