package avalanche.victim.memorymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static final Observed NOTHING = new Observed("GetTwice", 1000, Map.of(), List.of());
    private static final Observed STALE = new Observed("GetTwice", 1000, Map.of("1, -1", 1L), List.of());

    @Test
    void aSoundMapBesideTheBrokenOneIsAsItMustBe() {
        assertThat(Judge.wrong(seen(NOTHING, STALE))).isEmpty();
    }

    @Test
    void whatMustNotBeSeenIsToldWithItsMap() {
        assertThat(Judge.wrong(seen(STALE, STALE))).containsExactly(
                "snapshot: GetTwice saw what must not be: {1, -1=1}");
    }

    @Test
    void aRunThatDoesNotCatchTheBrokenMapProvesNothing() {
        assertThat(Judge.wrong(seen(NOTHING, NOTHING))).singleElement().asString().contains(Maps.BROKEN.id(),
                "proves nothing");
    }

    @Test
    void aTestThatDidNotRunIsNoProof() {
        assertThat(Judge.wrong(seen(new Observed("GetTwice", 0, Map.of(), List.of()), STALE))).containsExactly(
                "snapshot: GetTwice did not run: []");
        assertThat(Judge.wrong(seen(new Observed("GetTwice", 9, Map.of(), List.of("VM_ERROR")), STALE)))
                .containsExactly("snapshot: GetTwice did not run: [VM_ERROR]");
    }

    @Test
    void aTestThatIsMissingIsTold() {
        Map<String, List<Observed>> seen = seen(NOTHING, STALE);
        seen.put("snapshot", List.of(NOTHING));
        assertThat(Judge.wrong(seen)).containsExactly("snapshot: 1 tests ran, of 8");
    }

    @Test
    void withoutTheBrokenMapNothingIsProven() {
        Map<String, List<Observed>> seen = seen(NOTHING, STALE);
        seen.remove(Maps.BROKEN.id());
        assertThat(Judge.wrong(seen)).singleElement().asString().contains("proves nothing");
    }

    private static Map<String, List<Observed>> seen(Observed ofSnapshot, Observed ofTheBroken) {
        return new TreeMap<>(Map.of("snapshot", eight(ofSnapshot), Maps.BROKEN.id(), eight(ofTheBroken)));
    }

    /** The one, and seven other tests that saw nothing. */
    private static List<Observed> eight(Observed one) {
        List<Observed> eight = new ArrayList<>(List.of(one));
        for (int other = 1; other < 8; other++) {
            eight.add(new Observed("Other" + other, 1000, Map.of(), List.of()));
        }
        return eight;
    }
}
