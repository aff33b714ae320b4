package avalanche.victim.memorymodel;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** An order that was seen stays seen: two reads of one id, beside the write that adds it and one that replaces it. */
@JCStressTest
@Outcome(id = {"-1, -1", "-1, 1", "-1, 2", "1, 1", "1, 2", "2, 2"}, expect = ACCEPTABLE,
        desc = "the second read sees no less than the first")
@Outcome(expect = FORBIDDEN, desc = "the second read sees less than the first")
@State
public class GetTwice {
    private final Ids ids = Ids.absent();

    /** Adds the order and replaces it. */
    @Actor
    public void writer() {
        Ids.MAP.put(Subject.order(ids.first(), 1));
        Ids.MAP.put(Subject.order(ids.first(), 2));
    }

    /** Reads it twice. */
    @Actor
    public void reader(II_Result result) {
        result.r1 = Subject.worth(Ids.MAP.get(ids.first()));
        result.r2 = Subject.worth(Ids.MAP.get(ids.first()));
    }
}
