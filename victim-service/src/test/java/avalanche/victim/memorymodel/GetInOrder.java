package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who sees a write sees those before it: one thread replaces two orders, one reads them the other way round. */
@JCStressTest
@Outcome(id = {"0, 0", "0, 1", "1, 1"}, expect = ACCEPTABLE, desc = "the reader sees the writes in their order")
@Outcome(expect = FORBIDDEN, desc = "the reader sees the second write without the first")
@State
public class GetInOrder {
    private final Ids ids = Ids.present();

    /** Replaces one order, then the other. */
    @Actor
    public void writer() {
        Ids.MAP.put(Subject.order(ids.second(), 1));
        Ids.MAP.put(Subject.order(ids.first(), 1));
    }

    /** Reads the other, then the one. */
    @Actor
    public void reader(II_Result result) {
        result.r1 = Subject.worth(Ids.MAP.get(ids.first()));
        result.r2 = Subject.worth(Ids.MAP.get(ids.second()));
    }
}
