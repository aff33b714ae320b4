package avalanche.chaos.target;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a platform can do to a service that runs; each names only what it does for real. */
public enum Ability {
    /** More or fewer replicas behind one address. */
    SCALE("scale the service out"),
    /** Another strategy or image, replica by replica. */
    ROLL("roll another revision out"),
    /** Other limits of memory and processors. */
    LIMIT("change the limits of memory and processors"),
    /** End every replica and start it again. */
    RESTART("restart the service"),
    /** Delete a replica as a whole, such as a pod. */
    DELETE("delete a replica"),
    /** Kill a replica's process. */
    KILL("kill the service's process"),
    /** Stop a replica's process and let it go on. */
    FREEZE("freeze the service's process"),
    /** Allow less of the processor for a time. */
    THROTTLE("throttle the processor"),
    /** Apply a manifest of the user's own for a time. */
    CUSTOM_RESOURCE("apply a manifest");

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    /** In a sentence after "can". */
    public String words() {
        return words;
    }

    /** What is in one of these sets at least. */
    public static Set<Ability> all(Set<Ability> some, Set<Ability> others) {
        Set<Ability> all = EnumSet.noneOf(Ability.class);
        all.addAll(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }
}
