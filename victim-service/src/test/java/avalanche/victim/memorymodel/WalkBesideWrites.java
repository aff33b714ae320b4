package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.OrderMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A walk visits each order once, and shows one instant where the map says so, beside a thread that replaces both in turn. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "each order once, and one instant where the map says so")
@Outcome(id = "1", expect = FORBIDDEN, desc = "an order is left out or visited twice")
@Outcome(id = "2", expect = FORBIDDEN, desc = "the second write without the first, by a map that shows one instant")
@State
public class WalkBesideWrites {
    private static final boolean ONE_INSTANT = Subject.PROVIDER.guarantees().consistency() == Consistency.INSTANT;

    private final OrderMap map = Subject.ofTwo();

    /** Replaces the first order, then the second. */
    @Actor
    public void writer() {
        map.put(Subject.order(Worths.FIRST, 1));
        map.put(Subject.order(Worths.SECOND, 1));
    }

    /** Walks. */
    @Actor
    public void walker(I_Result result) {
        Worths walk = new Worths();
        map.walk(walk);
        if (!walk.eachOnce()) {
            result.r1 = 1;
        } else if (ONE_INSTANT && walk.second() > walk.first()) {
            result.r1 = 2;
        }
    }
}
