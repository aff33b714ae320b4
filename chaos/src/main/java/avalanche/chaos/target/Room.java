package avalanche.chaos.target;

/**
 * What the service may come to need in the middle of a run, so that a platform which grants resources beforehand leaves
 * room for it.
 *
 * @param replicas most replicas at once, those of a roll-out not counted; 1 or more
 * @param memoryBytes most memory of one replica, 0 for no more than at the start
 * @param cpus most processors of one replica, 0 for no more than at the start
 */
public record Room(int replicas, long memoryBytes, double cpus) {
    /** No more than at the start. */
    public static final Room NONE = new Room(1, 0, 0);

    public Room {
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 1 or more");
        }
        if (memoryBytes < 0 || !(cpus >= 0)) {
            throw new IllegalArgumentException("memoryBytes is " + memoryBytes + " and cpus is " + cpus
                    + "; allowed: zero or more");
        }
    }
}
