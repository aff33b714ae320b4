package avalanche.k8s.manifest;

/** When a node fetches an image. */
public enum PullPolicy {
    /** Where it has none of that name: images are named by their content, so one that is there is the right one. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** At every start. */
    ALWAYS("Always"),
    /** Not at all: it must be on the node. */
    NEVER("Never");

    private final String word;

    PullPolicy(String word) {
        this.word = word;
    }

    /** The word of manifests. */
    public String word() {
        return word;
    }
}
