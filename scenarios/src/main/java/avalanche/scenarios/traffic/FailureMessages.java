package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.RequestOutcome.Unanswered;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells from the message of Gatling's HTTP client why a request got no answer. The client hands out no exception, only its text: the root
 * cause's class, abbreviated, and its message (read in the sources of 3.15.1; the cases are pinned by tests against real sockets).
 */
final class FailureMessages {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMessages.class);
    private static final int MOST_WARNINGS = 20;

    /** Before the request was written: the socket could not be had, the address not found, the peer not reached. */
    private static final List<String> REFUSED = List.of("Connection refused", "Cannot assign requested address",
            "Address already in use", "Too many open files", "No route to host", "Network is unreachable",
            "UnknownHostException", "ConnectTimeoutException", "Can't connect to remote", "Failed to resolve");
    private static final List<String> LOST = List.of("PrematureCloseException", "Premature close", "Connection reset",
            "Broken pipe", "ClosedChannelException", "Connection timed out");

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** The outcome; an unknown message counts as a lost connection and is logged, each text once. */
    Unanswered outcome(String message) {
        if (message.startsWith("Request timeout")) {
            return Unanswered.TIMED_OUT;
        }
        if (REFUSED.stream().anyMatch(message::contains)) {
            return Unanswered.REFUSED;
        }
        if (LOST.stream().noneMatch(message::contains) && warned.size() < MOST_WARNINGS && warned.add(message)) {
            LOG.warn("a request failed for a reason unknown here, counted as a lost connection: {}", message);
        }
        return Unanswered.LOST;
    }
}
