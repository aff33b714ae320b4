package avalanche.scenarios.traffic;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Carries an outcome from where Gatling tells it to the virtual user's next step.
 *
 * <p>Gatling names a request when it tells of its end, and nothing else that says whose it was: each user's requests bear the user's own name.
 * It mostly tells on the user's event loop, but not always; a user has one request under way at most.
 */
final class LastOutcome {
    private final ConcurrentMap<String, RequestOutcome> ofUser = new ConcurrentHashMap<>();

    /** Keeps the outcome of the request that bears a user's name. */
    void put(String user, RequestOutcome outcome) {
        ofUser.put(user, outcome);
    }

    /**
     * The outcome that was put last for a user, once.
     *
     * @throws IllegalStateException where there is none
     */
    RequestOutcome take(String user) {
        RequestOutcome outcome = ofUser.remove(user);
        if (outcome == null) {
            throw new IllegalStateException("no outcome was told of user " + user
                    + "; allowed: one before each step that takes one");
        }
        return outcome;
    }
}
