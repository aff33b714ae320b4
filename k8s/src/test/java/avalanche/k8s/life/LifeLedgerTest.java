package avalanche.k8s.life;

import static avalanche.k8s.life.PodStatuses.backingOff;
import static avalanche.k8s.life.PodStatuses.creating;
import static avalanche.k8s.life.PodStatuses.ended;
import static avalanche.k8s.life.PodStatuses.running;
import static avalanche.k8s.life.PodStatuses.terminated;
import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.life.DeathCertificate;
import avalanche.chaos.target.LifeReport;
import avalanche.k8s.life.LifeLedger.Change;
import avalanche.k8s.pods.Gap;
import avalanche.results.evidence.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LifeLedgerTest {
    private static final String T = "2026-01-01T00:0";
    private static final String FIRST = terminated(0, T + "0:02Z", T + "1:00Z", 137, "OOMKilled");
    private static final String SECOND = terminated(1, T + "1:01Z", T + "1:30Z", 137, "OOMKilled");
    private static final String THIRD = terminated(2, T + "1:50Z", T + "2:10Z", 1, "Error");

    private final LifeLedger ledger = new LifeLedger();

    private List<Change> see(ContainerView view, String at) {
        return ledger.see(view, Instant.parse(at));
    }

    private LifeReport life(int number) {
        for (int open : ledger.open()) {
            if (ledger.isEnded(open)) {
                ledger.bury(open, new DeathCertificate(Ending.CRASHED, List.of("concluded")));
            }
        }
        return ledger.reports().get(number - 1);
    }

    @Test
    void aLifeBeginsIsReadyAndEnds() {
        assertThat(see(creating(), T + "0:01Z")).isEmpty();
        assertThat(see(running(0, T + "0:02Z", false, "{}"), T + "0:02Z")).containsExactly(new Change.Began(1,
                "victim-5d",
                0));
        assertThat(ledger.isUp()).isFalse();
        assertThat(see(running(0, T + "0:02Z", true, "{}"), T + "0:04.700Z")).containsExactly(new Change.Ready(1));
        assertThat(ledger.isUp()).isTrue();
        ledger.counted("victim-5d", 2);
        ledger.counted("another", 7);
        assertThat(see(ended(0, FIRST, "{}"), T + "1:01Z")).containsExactly(new Change.Ended(1));
        ledger.counted("victim-5d", 3);
        assertThat(see(ended(0, FIRST, "{}"), T + "1:02Z")).isEmpty();
        assertThat(ledger.remains(1)).isEqualTo(new LifeLedger.Remains(1, "victim-5d", 0, Instant.parse(T + "0:02Z"),
                Instant.parse(T + "1:00Z"), 137, "OOMKilled", List.of(), 2L));
        assertThat(life(1)).isEqualTo(new LifeReport(1, Instant.parse(T + "0:02Z"), Instant.parse(T + "0:04.700Z"),
                Instant
                        .parse(T + "1:00Z"), Ending.CRASHED, 137, Duration.ZERO, List.of("concluded")));
    }

    @Test
    void aLifeThatEndedIsAliveUntilItsEndIsConcluded() {
        see(ended(0, FIRST, "{}"), T + "1:01Z");
        assertThat(ledger.reports().getFirst().ending()).isEqualTo(Ending.ALIVE);
        assertThat(ledger.reports().getFirst().endedAt()).isNull();
        assertThat(ledger.stillborn()).isNull();
        assertThat(life(1).endedAt()).isEqualTo(Instant.parse(T + "1:00Z"));
        assertThat(ledger.stillborn()).isNotNull();
    }

    @Test
    void theBackOffIsTheTimeBetweenTwoLives() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        see(running(1, T + "1:01Z", false, FIRST), T + "1:01Z");
        assertThat(life(2).backOff()).isEqualTo(Duration.ZERO);
        see(ended(1, SECOND, FIRST), T + "1:30Z");
        see(backingOff(1, SECOND), T + "1:31Z");
        assertThat(ledger.reports()).hasSize(2);
        see(running(2, T + "1:50Z", false, SECOND), T + "1:50Z");
        assertThat(life(3).backOff()).isEqualTo(Duration.ofSeconds(20));
        assertThat(life(3).evidence()).anyMatch(note -> note.contains("back-off 10s restarting failed container"));
    }

    @Test
    void anEndIsFoundInTheStateBeforeToo() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        assertThat(see(running(1, T + "1:01Z", false, FIRST), T + "1:02Z")).containsExactly(new Change.Ended(1),
                new Change.Began(2, "victim-5d", 1));
        assertThat(life(1).exitCode()).isEqualTo(137);
        assertThat(ledger.isFollowed(1)).isTrue();
        assertThat(ledger.isFollowed(2)).isFalse();
    }

    @Test
    void aRestartCountThatJumpsByTwoLosesNoLife() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        assertThat(see(running(2, T + "1:50Z", false, SECOND), T + "1:51Z")).containsExactly(new Change.Ended(1),
                new Change.Began(2, "victim-5d", 1), new Change.Ended(2), new Change.Began(3, "victim-5d", 2));
        assertThat(life(1).exitCode()).isNull();
        assertThat(life(1).endedAt()).isEqualTo(Instant.parse(T + "1:01Z"));
        assertThat(life(1).evidence()).anyMatch(note -> note.contains("its end was not seen"));
        assertThat(life(2).exitCode()).isEqualTo(137);
    }

    @Test
    void aLifeOfWhichNothingWasSeenIsEnteredAsUnknown() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        see(running(3, T + "3:00Z", true, THIRD), T + "3:01Z");
        assertThat(life(4).number()).isEqualTo(4);
        assertThat(life(2).evidence()).anyMatch(note -> note.contains("no state of it was seen"));
        assertThat(life(2).endedAt()).isEqualTo(Instant.parse(T + "1:50Z"));
        assertThat(life(3).exitCode()).isEqualTo(1);
    }

    @Test
    void aPodThatWasFirstSeenLateHasAllItsLives() {
        see(backingOff(2, THIRD), T + "2:11Z");
        assertThat(ledger.reports()).hasSize(3);
        assertThat(life(3).exitCode()).isEqualTo(1);
        assertThat(life(1).evidence()).anyMatch(note -> note.contains("no state of it was seen"));
    }

    @Test
    void aPodThatIsGoneEndsItsLife() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        assertThat(ledger.gone("victim-5d", "its pod was deleted", Instant.parse(T + "0:30Z"))).containsExactly(
                new Change.Ended(1));
        assertThat(ledger.remains(1).reason()).isEqualTo("its pod was deleted");
        assertThat(ledger.gone("victim-5d", "again", Instant.parse(T + "0:31Z"))).isEmpty();
        assertThat(ledger.gone("other", "x", Instant.parse(T + "0:31Z"))).isEmpty();
    }

    @Test
    void whatCouldNotBeSeenIsSaidOfTheLivesItTouches() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:04Z");
        see(running(1, T + "1:01Z", false, FIRST), T + "1:02Z");
        ledger.blind(new Gap(Instant.parse(T + "2:00Z"), Instant.parse(T + "2:10Z"), "connection refused"));
        assertThat(life(1).evidence()).noneMatch(note -> note.contains("not reachable"));
        assertThat(life(2).evidence()).anyMatch(note -> note.contains("not reachable for 10.0 s") && note.contains(
                "connection refused"));
    }

    @Test
    void readinessThatWasNotSeenAsItHappenedHasTheKubeletsInstant() {
        see(running(0, T + "0:02Z", true, "{}"), T + "0:50Z");
        assertThat(ledger.reports().getFirst().readyAt()).isEqualTo(Instant.parse(T + "0:04Z"));
    }
}
