package avalanche.victim.order;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that takes everything, also after its reader has gone: from the first failed write on, what is written is dropped. What writes to it
 * does its work to the end, as a handler does that collects its answer first and sends it afterwards.
 */
final class PatientStream extends FilterOutputStream {
    private boolean gone;

    PatientStream(OutputStream out) {
        super(out);
    }

    /** Whether a write has failed: its reader has gone. */
    boolean isGone() {
        return gone;
    }

    @Override
    public void write(int b) {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    private interface Write {
        void run() throws IOException;
    }

    private void attempt(Write write) {
        if (gone) {
            return;
        }
        try {
            write.run();
        } catch (IOException _) {
            gone = true;
        }
    }
}
