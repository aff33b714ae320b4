package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.fault.PlatformFault;
import avalanche.results.evidence.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformFaultsTest {
    private final FakeDisruptions platform = new FakeDisruptions();
    private final List<String> notes = new ArrayList<>();

    private PlatformFaults faults(PlatformFault fault, int from, int to) {
        return new PlatformFaults(platform, List.of(new PlatformFaults.Stretch("hurt", fault, from, to)), new Notes(
                notes));
    }

    private static void run(PlatformFaults faults, int from, int to) {
        for (int second = from; second < to; second++) {
            faults.at(second);
        }
    }

    @Test
    void lastsFromItsFirstToItsLastSecond() {
        PlatformFaults faults = faults(new PlatformFault.ThrottleCpu(0.2), 10, 20);
        run(faults, 0, 10);
        assertThat(platform.done).isEmpty();
        run(faults, 10, 30);
        faults.undo();
        assertThat(platform.done).containsExactly("throttle 0.2", "undo throttle 0.2");
        assertThat(notes).containsExactly("second 10: hurt: 0.20 processors", "second 20: hurt is taken back");
        assertThat(faults.receipts()).containsExactly(new Receipt("hurt", 10, 20.0, "0.20 processors",
                "throttle 0.2 was seen", true));
    }

    @Test
    void whatHasNoEndIsTakenBackWithTheRun() {
        PlatformFaults faults = faults(new PlatformFault.Freeze(), 10, Integer.MAX_VALUE);
        run(faults, 0, 30);
        assertThat(platform.done).containsExactly("freeze");
        faults.undo();
        faults.undo();
        run(faults, 30, 35);
        assertThat(platform.done).containsExactly("freeze", "undo freeze");
        assertThat(faults.receipts().getFirst().toSecond()).isNull();
    }

    @Test
    void anInstantIsDoneOnceAndNotTakenBack() {
        PlatformFaults faults = faults(new PlatformFault.KillProcess(), 10, Integer.MAX_VALUE);
        run(faults, 0, 30);
        faults.undo();
        assertThat(platform.done).containsExactly("kill");
        assertThat(faults.receipts().getFirst()).extracting(Receipt::fromSecond, Receipt::toSecond).containsExactly(
                10.0,
                10.0);
    }

    @Test
    void whatThePlatformDoesNotTakeIsTriedAgain() {
        platform.refusals = 3;
        PlatformFaults faults = faults(new PlatformFault.DeletePod(), 10, Integer.MAX_VALUE);
        run(faults, 0, 30);
        assertThat(platform.done).containsExactly("delete");
        assertThat(faults.receipts().getFirst().fromSecond()).isEqualTo(13);
        assertThat(notes).hasSize(2).first().asString().contains("was not taken by the platform", "no replica runs");
    }

    @Test
    void whatItNeverTookDidNotLand() {
        platform.refusals = 1000;
        PlatformFaults faults = faults(new PlatformFault.DeletePod(), 10, Integer.MAX_VALUE);
        run(faults, 0, 60);
        Receipt receipt = faults.receipts().getFirst();
        assertThat(receipt.landed()).isFalse();
        assertThat(receipt.observed()).isEqualTo("never applied: no replica runs");
        assertThat(platform.refusals).isEqualTo(990);
    }

    @Test
    void whatWasDoneWithoutEffectDidNotLand() {
        platform.landed = false;
        PlatformFaults faults = faults(new PlatformFault.Freeze(), 10, 20);
        run(faults, 0, 30);
        assertThat(faults.receipts().getFirst().landed()).isFalse();
    }

    @Test
    void anUndoThatFailsIsTriedEverySecond() {
        platform.refusedUndos = 3;
        PlatformFaults faults = faults(new PlatformFault.Freeze(), 10, 20);
        run(faults, 0, 30);
        assertThat(platform.done).containsExactly("freeze", "undo freeze");
        assertThat(faults.receipts().getFirst().toSecond()).isEqualTo(23.0);
        assertThat(notes).contains("hurt could not be taken back, and is tried again: the platform is away").hasSize(3);
    }

    @Test
    void anUndoThatNeverWorksIsInTheReceipt() {
        platform.refusedUndos = 1000;
        PlatformFaults faults = faults(new PlatformFault.Freeze(), 10, 20);
        run(faults, 0, 30);
        faults.undo();
        assertThat(faults.receipts().getFirst().observed()).isEqualTo(
                "freeze was seen; could not be taken back: the platform is away");
    }
}
