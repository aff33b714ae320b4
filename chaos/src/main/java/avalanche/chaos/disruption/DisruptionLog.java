package avalanche.chaos.disruption;

import avalanche.chaos.target.Disruption;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The disruptions that were done, to be undone in reverse at the end, whoever forgot to. */
public final class DisruptionLog implements AutoCloseable {
    private final Deque<Disruption> done = new ArrayDeque<>();

    /** Keeps one, and returns it. */
    public synchronized <T extends Disruption> T add(T disruption) {
        done.push(disruption);
        return disruption;
    }

    private synchronized Deque<Disruption> take() {
        Deque<Disruption> all = new ArrayDeque<>(done);
        done.clear();
        return all;
    }

    /** Undoes what was not undone yet; one that cannot be does not keep the others from it. May be called twice. */
    @Override
    public void close() {
        for (Disruption disruption : take()) {
            try {
                disruption.undo();
            } catch (IOException | RuntimeException e) {
                System.getLogger(DisruptionLog.class.getName()).log(System.Logger.Level.WARNING,
                        "a disruption was not undone: {0}; {1}", disruption.observed(), e.getMessage());
            }
        }
    }
}
