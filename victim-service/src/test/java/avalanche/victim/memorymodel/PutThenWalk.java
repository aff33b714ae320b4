package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import avalanche.victim.map.OrderMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each of two threads replaces an order, then walks: one of them is second, and its walk must show both writes. */
@JCStressTest
@Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = ACCEPTABLE, desc = "whose walk is last shows the other's write")
@Outcome(expect = FORBIDDEN, desc = "neither walk shows the other's write")
@State
public class PutThenWalk {
    private final OrderMap map = Subject.ofTwo();

    /** Writes the first order. */
    @Actor
    public void first(II_Result result) {
        map.put(Subject.order(Worths.FIRST, 1));
        Worths walk = new Worths();
        map.walk(walk);
        result.r1 = walk.first() == 1 ? walk.second() : Subject.NONE;
    }

    /** Writes the second order. */
    @Actor
    public void second(II_Result result) {
        map.put(Subject.order(Worths.SECOND, 1));
        Worths walk = new Worths();
        map.walk(walk);
        result.r2 = walk.second() == 1 ? walk.first() : Subject.NONE;
    }
}
