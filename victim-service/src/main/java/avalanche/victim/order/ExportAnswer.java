package avalanche.victim.order;

import avalanche.victim.traversal.Checkpoint;
import avalanche.victim.traversal.Walked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The streamed answer of an export: an array of orders and, where it stopped before the end, its checkpoint in a trailer
 * field. A whole walk goes on to its end whether or not its client stays; one that can be gone on with stops without it.
 * An answer whose walk fails is not closed, lest its part of the orders look like all of them.
 */
final class ExportAnswer {
    /** The trailer field's name. */
    static final String TRAILER = "Export-Checkpoint";

    private final Export export;
    private final AtomicReference<@Nullable Checkpoint> checkpoint = new AtomicReference<>();

    private ExportAnswer(Export export) {
        this.export = export;
    }

    /** The answer to that request; a problem 505 where its version of HTTP has no trailer fields and there may be one. */
    static ExportAnswer of(Export export, HttpServletRequest request) {
        if (export.resumable() && request.getProtocol().equals("HTTP/1.0")) {
            ErrorResponseException problem = new ErrorResponseException(HttpStatus.HTTP_VERSION_NOT_SUPPORTED);
            problem.getBody().setDetail("The export tells where to go on in the trailer field " + TRAILER
                    + ", which HTTP/1.0 does not have; use HTTP/1.1.");
            throw problem;
        }
        return new ExportAnswer(export);
    }

    void write(JsonMapper json, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (export.resumable()) {
            response.setHeader("Trailer", TRAILER);
            response.setTrailerFields(this::trailer);
        }
        PatientStream out = new PatientStream(response.getOutputStream());
        JsonGenerator array = json.createGenerator(out);
        if (export.resumable()) {
            out.flush(); // a short answer that is not begun would be sent with its length, which leaves no room for a trailer
        }
        array.writeStartArray();
        Walked walked = export.run(order -> {
            array.writePOJO(order);
            return !(export.resumable() && out.isGone());
        });
        checkpoint.set(walked.checkpoint());
        array.writeEndArray();
        array.close();
    }

    private Map<String, String> trailer() {
        Checkpoint stopped = checkpoint.get();
        return stopped == null ? Map.of() : Map.of(TRAILER, stopped.token());
    }
}
