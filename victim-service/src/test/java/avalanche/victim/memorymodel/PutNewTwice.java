package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads add an order under the same id: one finds none, the other that one's, and the other's stays. */
@JCStressTest
@Outcome(id = {"-1, 1, 2", "2, -1, 1"}, expect = ACCEPTABLE, desc = "one after the other")
@Outcome(expect = FORBIDDEN, desc = "neither order of the two explains it")
@State
public class PutNewTwice {
    private final Ids ids = Ids.absent();

    /** Adds an order worth 1. */
    @Actor
    public void one(III_Result result) {
        result.r1 = Subject.worth(Ids.MAP.put(Subject.order(ids.first(), 1)));
    }

    /** Adds an order worth 2. */
    @Actor
    public void two(III_Result result) {
        result.r2 = Subject.worth(Ids.MAP.put(Subject.order(ids.first(), 2)));
    }

    /** What is left. */
    @Arbiter
    public void left(III_Result result) {
        result.r3 = Subject.worth(Ids.MAP.get(ids.first()));
    }
}
