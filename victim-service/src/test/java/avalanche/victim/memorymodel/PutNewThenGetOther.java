package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Each of two threads adds an order, then looks for the other's: one of them is second and must find it. */
@JCStressTest
@Outcome(id = {"-1, 1", "1, -1", "1, 1"}, expect = ACCEPTABLE, desc = "who looks last finds the other's order")
@Outcome(expect = FORBIDDEN, desc = "neither finds the other's order")
@State
public class PutNewThenGetOther {
    private final Ids ids = Ids.absent();

    /** Adds the first order. */
    @Actor
    public void first(II_Result result) {
        Ids.MAP.put(Subject.order(ids.first(), 1));
        result.r1 = Subject.worth(Ids.MAP.get(ids.second()));
    }

    /** Adds the second order. */
    @Actor
    public void second(II_Result result) {
        Ids.MAP.put(Subject.order(ids.second(), 1));
        result.r2 = Subject.worth(Ids.MAP.get(ids.first()));
    }
}
