package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Each of two threads replaces an order, then reads the other's: one of them is second and must see what the first
 * wrote. A write that is still on its way when its thread reads on, as processors have them, breaks it.
 */
@JCStressTest
@Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = ACCEPTABLE, desc = "who reads last sees the other's write")
@Outcome(expect = FORBIDDEN, desc = "neither sees the other's write")
@State
public class PutThenGetOther {
    private final Ids ids = Ids.present();

    /** Writes the first order. */
    @Actor
    public void first(II_Result result) {
        Ids.MAP.put(Subject.order(ids.first(), 1));
        result.r1 = Subject.worth(Ids.MAP.get(ids.second()));
    }

    /** Writes the second order. */
    @Actor
    public void second(II_Result result) {
        Ids.MAP.put(Subject.order(ids.second(), 1));
        result.r2 = Subject.worth(Ids.MAP.get(ids.first()));
    }
}
