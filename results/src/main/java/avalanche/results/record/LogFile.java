package avalanche.results.record;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.jspecify.annotations.Nullable;

/**
 * One file in HdrHistogram's log format that is being written. The format's writer prints to a stream that keeps
 * failures to itself; they are remembered below it and thrown from here.
 */
final class LogFile implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Path path;
    private final Remembering below;
    private final PrintStream printed;
    private final HistogramLogWriter writer;

    LogFile(Path path, Instant startedAt, String comment) {
        this.path = path;
        try {
            below = new Remembering(Files.newOutputStream(path));
        } catch (IOException e) {
            throw RecordException.at(path, e);
        }
        printed = new PrintStream(new BufferedOutputStream(below), false, StandardCharsets.UTF_8);
        writer = new HistogramLogWriter(printed);
        writer.outputLogFormatVersion();
        writer.outputComment("[" + comment + "]");
        writer.outputStartTime(startedAt.toEpochMilli());
        writer.outputLegend();
        check();
    }

    void write(int second, @Nullable String tag, Histogram nanos) {
        Histogram tagged = nanos;
        if (tag != null) {
            tagged = nanos.copy();
            tagged.setTag(tag);
        }
        writer.outputIntervalHistogram(second, second + 1.0, tagged, NANOS_PER_MILLI);
        check();
    }

    @Override
    public void close() {
        printed.close();
        check();
    }

    private void check() {
        IOException failure = below.failure;
        if (failure != null) {
            throw RecordException.at(path, failure);
        }
    }

    private static final class Remembering extends FilterOutputStream {
        private @Nullable IOException failure;

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
