package avalanche.victim.order;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** How long a request may wait for a change. */
final class LongPoll {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(ms|s)");

    private LongPoll() {}

    /** The duration of {@code 4s} or {@code 250ms}; a problem 400 where it is none or above 30 s. */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            Duration wait = "s".equals(matcher.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
            if (wait.compareTo(MOST) <= 0) {
                return wait;
            }
        }
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.BAD_REQUEST);
        problem.getBody().setDetail("wait is '" + text + "'; allowed: 0s to 30s, as in 4s or 250ms");
        throw problem;
    }
}
