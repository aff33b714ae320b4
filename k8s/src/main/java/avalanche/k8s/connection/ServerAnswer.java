package avalanche.k8s.connection;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.ApiException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an API server said when it refused. */
public final class ServerAnswer {
    /** There is no such object. */
    public static final int NOT_FOUND = 404;
    /** There is one already, or it changed meanwhile. */
    public static final int CONFLICT = 409;
    /** What was asked for is too old to be told. */
    public static final int GONE = 410;

    /** What was asked for is served by somebody who is not there. */
    public static final int UNAVAILABLE = 503;

    private static final int FORBIDDEN = 403;
    private static final int LONGEST = 300;

    private ServerAnswer() {}

    /** The refusal as an exception that names what was tried. */
    public static IOException refused(String what, ApiException e) {
        return new IOException(what + ": " + words(e), e);
    }

    /** The refusal in words, with the right that is missing where one is. */
    public static String words(ApiException e) {
        if (e.getCode() == 0) {
            Throwable cause = e.getCause();
            return "the API server could not be asked: " + (cause == null ? e.getMessage() : cause.toString());
        }
        String said = message(e.getResponseBody());
        return "the API server answered " + e.getCode() + (said == null ? "" : ": " + said)
                + (e.getCode() == FORBIDDEN ? "; grant what the manifests' Role lists" : "");
    }

    /** What the server itself said; empty where it said nothing. */
    public static String said(ApiException e) {
        String said = message(e.getResponseBody());
        return said == null ? "" : said;
    }

    private static @Nullable String message(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        try {
            if (JsonParser.parseString(body) instanceof JsonObject status && status.has("message")) {
                return status.get("message").getAsString();
            }
        } catch (JsonParseException _) {
            // Not the server's own document: a proxy's page, or an application's answer. It is shown as it is.
        }
        return body.strip().substring(0, Math.min(LONGEST, body.strip().length()));
    }
}
