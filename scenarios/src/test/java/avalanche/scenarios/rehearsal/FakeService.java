package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Management;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One replica's management port: vitals that a test chooses, and a callback that takes just what was put. */
final class FakeService implements Management {
    final List<String> puts = new ArrayList<>();
    volatile boolean answers = true;
    volatile long inFlight;
    volatile long entries = 800;
    private volatile String micros = "0";
    private volatile long uptimeMillis = 1000;

    FakeService(long inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public String get(String path) throws IOException {
        if (!answers) {
            throw new IOException("no answer");
        }
        return path.equals("/vitals") ? vitals() : callback();
    }

    @Override
    public synchronized String put(String path, String json) throws IOException {
        if (!answers) {
            throw new IOException("no answer");
        }
        micros = json.replaceAll(".*\"micros\":\\s*([0-9]+).*", "$1");
        puts.add(micros);
        return callback();
    }

    private String callback() {
        return """
                {"configured": {"delay": {"distribution": "fixed", "micros": %1$s}, "mode": "park"},
                 "observed": {"count": 100, "meanMicros": %1$s, "p50Micros": %1$s, "p99Micros": %1$s, "maxMicros": %1$s},
                 "perBatch": true}"""
                .formatted(micros);
    }

    private synchronized String vitals() {
        uptimeMillis += 1000;
        return """
                {"schema": 1, "uptimeMillis": %d, "strategy": "locked", "requests": {"inFlight": %d, "completed": 1222},
                 "map": {"size": %d, "internals": {}, "lock": null},
                 "traversals": {"running": 0, "longestRunningMillis": 0, "completed": 0, "durationNanos": "%s"},
                 "memory": {"heapUsedBytes": 31457280, "heapMaxBytes": 201326592, "residentBytes": 251658240},
                 "cpu": {"processNanos": 1, "processors": 2}, "gc": {"count": 9, "timeMillis": 61}}
                """.formatted(uptimeMillis, inFlight, entries, walks());
    }

    private static String walks() {
        Histogram histogram = new Histogram(3);
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
