package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One thread replaces the order that another takes out: each answers what stood there before it, and the order is gone. */
@JCStressTest
@Outcome(id = {"0, 1, -1", "-1, 0, -1"}, expect = ACCEPTABLE, desc = "one after the other")
@Outcome(expect = FORBIDDEN, desc = "neither order of the two explains it")
@State
public class ReplaceAndRemove {
    private final Ids ids = Ids.present();

    /** Replaces it. */
    @Actor
    public void replaces(III_Result result) {
        result.r1 = Subject.worth(Ids.MAP.replace(Subject.order(ids.first(), 1)));
    }

    /** Takes it out. */
    @Actor
    public void removes(III_Result result) {
        result.r2 = Subject.worth(Ids.MAP.remove(ids.first()));
    }

    /** What is left. */
    @Arbiter
    public void left(III_Result result) {
        result.r3 = Subject.worth(Ids.MAP.get(ids.first()));
    }
}
