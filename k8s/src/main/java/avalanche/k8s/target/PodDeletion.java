package avalanche.k8s.target;

import avalanche.chaos.target.Disruption;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pod that was deleted without grace; that it is seen to be gone and another one was created proves it. Nothing of it
 * is undone: the Deployment replaces it.
 */
final class PodDeletion implements Disruption {
    private final PodBoard board;
    private final String pod;
    private final Set<String> before;
    private String observed;
    private boolean landed;

    /** @param before the pods that were there when it was deleted */
    PodDeletion(PodBoard board, String pod, Set<String> before) {
        this.board = board;
        this.pod = pod;
        this.before = Set.copyOf(before);
        this.observed = "pod " + pod + " was deleted";
    }

    @Override
    public synchronized String observed() {
        return observed;
    }

    @Override
    public synchronized boolean landed() {
        return landed;
    }

    @Override
    public synchronized void observe() {
        if (landed) {
            return;
        }
        Set<String> now = board.names();
        Set<String> successors = new TreeSet<>(now);
        successors.removeAll(before);
        boolean gone = !now.contains(pod);
        landed = gone && !successors.isEmpty();
        observed = "pod " + pod + " was deleted and is " + (gone ? "gone" : "still there") + "; " + (successors
                .isEmpty() ? "no other was created yet" : "pod " + successors.iterator().next() + " was created");
    }

    @Override
    public void undo() {
        // The Deployment has replaced it.
    }
}
