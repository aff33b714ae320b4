package avalanche.victim;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP/1.1 answer with its trailer fields, which the JDK's client does not show; names in lower case.
 *
 * @param status the status code
 * @param headers the fields before the body
 * @param body the body without its chunks' frames
 * @param trailers the fields after the body
 */
record ChunkedAnswer(int status, Map<String, String> headers, String body, Map<String, String> trailers) {

    /** Sends a request without a body and reads the answer to its end. */
    static ChunkedAnswer get(int port, String path, String version) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String request = "GET " + path + " " + version + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(new DataInputStream(socket.getInputStream()));
        }
    }

    private static ChunkedAnswer read(DataInputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, String> headers = fields(in);
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return new ChunkedAnswer(status, headers, new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of());
        }
        StringBuilder body = new StringBuilder();
        for (int length = length(in); length > 0; length = length(in)) {
            body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line(in);
        }
        return new ChunkedAnswer(status, headers, body.toString(), fields(in));
    }

    private static int length(DataInputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static Map<String, String> fields(DataInputStream in) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.put(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT), line.substring(colon + 1).strip());
        }
        return fields;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends in the middle of the line '" + line + "'");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
