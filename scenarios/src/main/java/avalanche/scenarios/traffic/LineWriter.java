package avalanche.scenarios.traffic;

import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the lines of {@code docs/injector-protocol.md}. */
final class LineWriter {
    private LineWriter() {}

    static String write(InjectorLine line) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        switch (line) {
            case InjectorLine.Ready(String injector, long planned, java.time.Instant startAt) -> node
                    .put("type", "ready")
                    .put("schema", InjectorPlan.SCHEMA)
                    .put("injector", injector)
                    .put("planned", planned)
                    .put("startAt", startAt.toString());
            case InjectorLine.Measured(Interval interval) -> write(interval, node);
            case InjectorLine.End(long planned, long sent, long attempts, int seconds) -> node
                    .put("type", "end")
                    .put("planned", planned)
                    .put("sent", sent)
                    .put("attempts", attempts)
                    .put("seconds", seconds);
        }
        return node.toString();
    }

    private static void write(Interval interval, ObjectNode node) {
        node.put("type", "interval").put("second", interval.second());
        ObjectNode kinds = node.putObject("kinds");
        new TreeMap<>(interval.kinds()).forEach((name, kind) -> {
            ObjectNode of = kinds.putObject(name);
            write(kind.counts(), of);
            of.put("response", encode(kind.response()));
            of.put("service", encode(kind.service()));
        });
        node.put("lateness", encode(interval.lateness()));
    }

    private static void write(Counts counts, ObjectNode node) {
        node.put("planned", counts.planned()).put("sent", counts.sent()).put("ok", counts.ok());
        ObjectNode failed = node.putObject("failed");
        new TreeMap<>(counts.failedByStatus()).forEach((status, n) -> failed.put(Integer.toString(status), n));
        node.put("timedOut", counts.timedOut()).put("refused", counts.refused()).put("lost", counts.connectionLost());
    }

    private static String encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }
}
