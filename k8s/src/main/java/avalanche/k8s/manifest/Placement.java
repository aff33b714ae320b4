package avalanche.k8s.manifest;

/** Where the objects of one target or injection go. */
public sealed interface Placement {
    /** The namespace. */
    String namespace();

    /** The instance's name: label of all its objects. */
    String instance();

    /** The name of one of its objects. */
    String name(String object);

    /**
     * In a namespace of its own, which is created and deleted with it.
     *
     * @param instance the instance's and the namespace's name
     */
    record Own(String instance) implements Placement {
        @Override
        public String namespace() {
            return instance;
        }

        @Override
        public String name(String object) {
            return object;
        }
    }

    /**
     * In a namespace that exists, as rights in this one namespace suffice for.
     *
     * @param namespace its name
     * @param instance the instance's name, the beginning of its objects' names
     */
    record Shared(String namespace, String instance) implements Placement {
        @Override
        public String name(String object) {
            return instance + "-" + object;
        }
    }
}
