package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault;
import avalanche.chaos.fault.PlatformFault;
import avalanche.chaos.mitigation.Mitigation;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Room;
import avalanche.results.evidence.Ending;
import avalanche.results.evidence.Intervention;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.record.IncidentSource;
import avalanche.results.record.RunRecord;
import avalanche.results.verdict.Bound;
import avalanche.results.verdict.Metric;
import avalanche.results.verdict.Statistic;
import avalanche.results.verdict.Symptom;
import avalanche.results.verdict.Verdict;
import avalanche.results.verdict.Window;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedFault;
import avalanche.scenarios.incident.TimedMitigation;
import avalanche.scenarios.incident.Victim;
import avalanche.scenarios.traffic.TrafficPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole rehearsals of six seconds on a platform that is none: a process is frozen in second 3, three replicas are ordered in second 4. */
@Timeout(120)
class RehearsalTest {
    private static final Set<Ability> ALL = Set.of(Ability.SCALE, Ability.FREEZE);
    private static final TimedMitigation MORE = new TimedMitigation("more", "More", null, null, new Mitigation.ScaleOut(
            3),
            "incident", Duration.ofSeconds(2));
    private static final Fault.SlowCallback HEALTHY = new Fault.SlowCallback(new Delay.Fixed(Duration.ofNanos(12_000)),
            Fault.SlowCallback.Mode.PARK);
    private static final int SECONDS = 6;

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private Progress progress = new Notes(notes);

    private RunRecord run(FakePlatform platform, @Nullable TimedMitigation mitigation, boolean control)
            throws Exception {
        RehearsalPlan plan = new RehearsalPlan(incident(), new IncidentSource("small.yaml", "small", "Small",
                "It happened.",
                "default", "default", List.of(), "00", "id: small"), 1, mitigation, control, Verdict.REPRODUCED, folder,
                "./avalanche run small.yaml");
        return new Rehearsal(platform, Map.of("kubernetes", Set.of(Ability.SCALE), "docker", Set.of(Ability.FREEZE)),
                progress, "0").run(plan).record();
    }

    private static Incident incident() {
        TrafficPlan.Rate rate = new TrafficPlan.Rate(10, 10);
        TrafficPlan traffic = new TrafficPlan(7, List.of(new TrafficPlan.Phase("healthy", Duration.ofSeconds(2), Map.of(
                TrafficPlan.Kind.CREATE, rate)), new TrafficPlan.Phase("incident", Duration.ofSeconds(4), Map.of(
                        TrafficPlan.Kind.CREATE, rate))), Duration.ofSeconds(1), 0, Duration.ZERO,
                TrafficPlan.Connections.SHARED, null, 10);
        Victim victim = new Victim("locked", 64L << 20, List.of(), Map.of(), HEALTHY, null, null, Container.around(
                64L << 20));
        TimedFault freeze = new TimedFault("freeze", new PlatformFault.Freeze(), "incident", Duration.ofSeconds(1),
                null,
                null);
        Symptom symptom = new Symptom("pile", "Pile", Metric.IN_FLIGHT, null, Statistic.MAX, new Window("incident",
                false,
                null, false), null, new Bound(null, 100.0, null, null), null);
        return new Incident(1, "small", "Small", "It happened.", null, victim, traffic, List.of(freeze), List.of(MORE),
                List
                        .of(), List.of(symptom), "default", "default");
    }

    @Test
    void disturbsAndHelpsTheIncidentOnly() throws Exception {
        FakePlatform platform = new FakePlatform(ALL, SECONDS, -1);
        RunRecord record = run(platform, MORE, true);

        FakeTarget control = platform.targets.getFirst();
        FakeTarget incident = platform.targets.getLast();
        assertThat(control.operations.orders).isEmpty();
        assertThat(control.disruptions.done).containsOnly("closed");
        assertThat(incident.operations.orders).containsExactly("scale 3");
        assertThat(incident.disruptions.done).startsWith("freeze", "undo freeze", "closed");
        assertThat(platform.specs).extracting(spec -> spec.room()).containsOnly(new Room(3, 0, 0));

        Run run = record.runs().getLast();
        assertThat(record.runs().getFirst().intervention()).isNull();
        assertThat(run.receipts()).extracting(Receipt::subject, Receipt::landed).containsExactly(
                org.assertj.core.groups.Tuple.tuple("healthy-callback", true), org.assertj.core.groups.Tuple.tuple(
                        "freeze", true));
        assertThat(run.receipts().getLast().fromSecond()).isBetween(3.0, 5.0);
        Intervention ordered = Objects.requireNonNull(run.intervention());
        assertThat(ordered.orderedSecond()).isBetween(4.0, 6.0);
        assertThat(ordered.doneSecond()).isNull();
        assertThat(ordered.replicas()).hasSize(1);
        assertThat(ordered.lost().timedOut()).isPositive();
        assertThat(ordered.lost().notFound()).isEqualTo(ordered.lost().timedOut());
        assertThat(record.judgement().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(record.judgement().reasons()).anySatisfy(reason -> assertThat(reason).contains(
                "no symptom was met before the order"));
    }

    @Test
    void watchesAServiceThatIsSilentWhenTheTrafficEndsUntilItDiesAndIsBack() throws Exception {
        FakePlatform platform = new FakePlatform(ALL, SECONDS, -1);
        progress = new Notes(notes, () -> service(platform).answers = false, note -> {
            if (note.startsWith("the traffic has ended")) {
                die(platform.targets.getLast());
            } else if (note.startsWith("the service died")) {
                comeBack(platform.targets.getLast());
                service(platform).answers = true;
            }
        });
        RunRecord record = run(platform, null, false);

        List<Life> lives = record.runs().getFirst().lives();
        assertThat(lives).extracting(Life::ending).containsExactly(Ending.HEAP_EXHAUSTED, Ending.ALIVE);
        assertThat(lives.getFirst().endedSecond()).isGreaterThan(SECONDS);
        assertThat(lives.getLast().readySecond()).isGreaterThan(SECONDS);
    }

    private static FakeService service(FakePlatform platform) {
        return Objects.requireNonNull(platform.targets.getLast().services.get("a"));
    }

    private static void die(FakeTarget target) {
        LifeReport born = target.lives.getFirst();
        Instant died = Instant.now();
        target.lives = List.of(new LifeReport(1, born.startedAt(), born.readyAt(), died, Ending.HEAP_EXHAUSTED, 3,
                Duration.ZERO, List.of("exit code 3")), new LifeReport(2, died, null, null, Ending.ALIVE, null,
                        Duration.ZERO, List.of()));
    }

    private static void comeBack(FakeTarget target) {
        LifeReport starting = target.lives.getLast();
        target.lives = List.of(target.lives.getFirst(), new LifeReport(2, starting.startedAt(), Instant.now(), null,
                Ending.ALIVE, null, Duration.ZERO, List.of()));
    }

    @Test
    void takesTheFaultBackWhereTheRunFails() {
        FakePlatform platform = new FakePlatform(ALL, SECONDS, 4);
        assertThatThrownBy(() -> run(platform, null, false)).isInstanceOf(RehearsalException.class)
                .hasMessageContaining(
                        "a line that is not of its protocol");
        assertThat(platform.targets.getFirst().disruptions.done).startsWith("freeze", "undo freeze", "closed");
    }

    @Test
    void startsNothingWhereThePlatformCannotDoWhatIsAsked() {
        FakePlatform platform = new FakePlatform(Set.of(Ability.FREEZE), SECONDS, -1);
        assertThatThrownBy(() -> run(platform, MORE, true)).isInstanceOf(RehearsalException.class).hasMessage(
                "platform fake cannot scale the service out, as the mitigation more needs; kubernetes can: choose it with"
                        + " --platform");
        FakePlatform other = new FakePlatform(Set.of(Ability.SCALE), SECONDS, -1);
        assertThatThrownBy(() -> run(other, MORE, true)).isInstanceOf(RehearsalException.class).hasMessage(
                "platform fake cannot freeze the service's process, as the fault freeze needs; docker can: choose it with"
                        + " --platform");
        assertThat(platform.targets).isEmpty();
        assertThat(other.targets).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
