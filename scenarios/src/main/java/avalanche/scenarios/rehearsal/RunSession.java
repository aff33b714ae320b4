package avalanche.scenarios.rehearsal;

import avalanche.chaos.contract.ContractException;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.Room;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Fidelity;
import avalanche.results.evidence.Interval;
import avalanche.results.evidence.Life;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Run;
import avalanche.results.evidence.TimelineBuilder;
import avalanche.results.evidence.Vitals;
import avalanche.results.record.IntervalLogWriter;
import avalanche.results.verdict.FidelityRules;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.TimedMitigation;
import avalanche.scenarios.incident.Victim;
import avalanche.scenarios.traffic.InjectorLine;
import avalanche.scenarios.traffic.InjectorPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run: a service and its injector under one configuration, watched until the traffic has ended. */
final class RunSession {
    private static final Duration SERVICE_READY = Duration.ofSeconds(90);
    private static final Duration INJECTOR_READY = Duration.ofSeconds(90);
    /** After the schedule's end and the last request's timeout: what is still unread then is not worth waiting for. */
    private static final Duration GRACE = Duration.ofSeconds(60);
    /** How long after the traffic a service that does not answer may take to do so, or to die. */
    private static final Duration SETTLED = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Platform platform;
    private final Incident incident;
    private final int shards;
    private final @Nullable TimedMitigation mitigation;
    private final Run.Role role;
    private final String runId;
    private final Path directory;
    private final Progress progress;
    private final Started started;
    private final InstantSource clock;
    private final Phases phases;
    private final Map<String, String> versions = new HashMap<>();

    /** @param directory where the run's logs go; exists */
    RunSession(Platform platform, RehearsalPlan plan, Run.Role role, String runId, Path directory, Progress progress,
            Started started,
            InstantSource clock) {
        this.platform = platform;
        this.incident = plan.incident();
        this.shards = plan.injectors();
        this.mitigation = plan.mitigation();
        this.role = role;
        this.runId = runId;
        this.directory = directory;
        this.progress = progress;
        this.started = started;
        this.clock = clock;
        this.phases = Phases.of(incident.traffic());
    }

    Run run() throws RehearsalException, InterruptedException {
        Victim victim = incident.victim();
        String walks = victim.traversal() == null ? "" : ", walks in the mode '" + victim.mode() + "'";
        progress.note(role.id() + " run: starting the order service with '" + victim.strategy() + "'" + walks);
        try (Target target = startService();
                Replicas replicas = new Replicas(target, CallbackSchedule.of(incident, role, phases), progress)) {
            replicas.prepare();
            progress.note(role.id() + " run: starting " + (shards == 1 ? "the injector" : shards + " injectors"));
            try (Injection injection = inject(target)) {
                return watch(target, replicas, new InjectorStream(injection, shards, clock));
            }
        } catch (TargetException e) {
            throw new RehearsalException("the " + role.id() + " run could not begin: " + e.getMessage(), e);
        } catch (IOException | ContractException e) {
            throw new RehearsalException("the " + role.id() + " run could not be carried out: " + e.getMessage(), e);
        }
    }

    /** Names and versions of what took part, known once the run is over. */
    Map<String, String> versions() {
        return Map.copyOf(versions);
    }

    private Target startService() throws IOException, TargetException, InterruptedException {
        Victim victim = incident.victim();
        Target target = platform.start(new TargetSpec(runId, victim.heapBytes(), victim.jvmOptions(), victim
                .allSettings(), directory, victim.container(), mitigation == null ? Room.NONE : mitigation.mitigation()
                        .room()));
        started.add(target::close);
        target.awaitReady(SERVICE_READY);
        return target;
    }

    private Injection inject(Target target) throws IOException {
        Instant agreed = shards == 1 ? null : clock.instant().plus(platform.injectorLead()).truncatedTo(
                ChronoUnit.MILLIS);
        String document = new InjectorPlan(target.baseUri(), agreed, incident.traffic()).toJson();
        Injection injection = platform.inject(new InjectionPlan(runId, document, directory), shards);
        started.add(injection::close);
        return injection;
    }

    private Run watch(Target target, Replicas replicas, InjectorStream stream) throws RehearsalException,
            InterruptedException {
        InjectorLine.Ready ready = stream.awaitReady(INJECTOR_READY);
        versions.put("injector", ready.injector());
        Instant zero = ready.startAt();
        LifeWatch lives = new LifeWatch(zero, progress);
        Observations observations = new Observations();
        Hand hand = hand(target, zero);
        started.add(hand::undo);
        progress.begins(role.id(), phases.spans());
        try {
            TimelineBuilder timeline;
            try (IntervalLogWriter log = new IntervalLogWriter(directory, zero);
                    Pulse pulse = Pulse.start("pulse", clock, zero, second -> {
                        int life = LifeWatch.current(target.lives());
                        observations.put(second - 1, replicas.at(second, life));
                        lives.look(target.lives());
                    });
                    Pulse acting = Pulse.start("hand", clock, zero, hand::at)) {
                timeline = new TimelineBuilder(phases.spans(), log);
                read(stream, observations, timeline, List.of(pulse, acting));
                hand.undo();
                settle(target, observations);
            }
            lives.look(target.lives());
            List<Life> ended = lives.evidence(target.lives());
            List<Receipt> receipts = new ArrayList<>(replicas.receipts());
            receipts.addAll(hand.receipts());
            return new Run(role, platform.name(), incident.victim().strategy(), incident.victim().mode(), zero, phases
                    .spans(), timeline.seconds(), ended, receipts, fidelity(timeline, stream), hand.intervention(
                            timeline
                                    .seconds(), ended), lives.unseen(target.blackouts()));
        } finally {
            hand.undo();
            progress.ends();
        }
    }

    private Hand hand(Target target, Instant zero) throws RehearsalException {
        PlatformFaults faults = new PlatformFaults(target.disruptions(), PlatformFaults.stretches(incident, role,
                phases),
                progress);
        if (mitigation == null || role == Run.Role.CONTROL) {
            return new Hand(faults, null);
        }
        Operations operations = target.operations();
        if (operations == null) {
            throw new RehearsalException("platform " + platform.name() + " says that it can " + mitigation.mitigation()
                    .needs().words() + ", and gives no way to do it");
        }
        return new Hand(faults, new MitigationWatch(mitigation, phases.of(mitigation), operations, zero, clock,
                progress));
    }

    /** Reads the injector's seconds to their end; each joins the service's sample of the same second. */
    private void read(InjectorStream stream, Observations observations, TimelineBuilder timeline, List<Pulse> pulses)
            throws RehearsalException, InterruptedException {
        Duration whole = Duration.ofSeconds(phases.seconds()).plus(incident.traffic().timeout()).plus(GRACE);
        long deadline = System.nanoTime() + whole.toNanos();
        Deque<Interval> waiting = new ArrayDeque<>();
        while (!stream.isDone()) {
            if (System.nanoTime() > deadline) {
                throw new RehearsalException("the injector has not ended " + GRACE.toSeconds()
                        + " s after the schedule's end and the "
                        + "last request's timeout; see " + directory);
            }
            waiting.addAll(stream.next(POLL));
            while (!waiting.isEmpty() && observations.isSettled(waiting.getFirst().second())) {
                join(waiting.removeFirst(), observations, timeline);
            }
            pulses.forEach(Pulse::check);
        }
        waiting.forEach(interval -> join(interval, observations, timeline));
    }

    /**
     * A service that is away or silent when the traffic ends is watched until it answers, so that a slow start, a back-off or a
     * slow death does not pass for a service that nobody starts, or that did not die.
     */
    private void settle(Target target, Observations observations) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED.toNanos();
        boolean told = false;
        while ((LifeWatch.isAway(target.lives()) || observations.isSilent()) && System.nanoTime() < deadline) {
            if (!told) {
                progress.note("the traffic has ended; waiting up to " + SETTLED.toSeconds()
                        + " s for the service, which does not answer, to be ready again or to die");
                told = true;
            }
            Thread.sleep(POLL);
        }
    }

    private void join(Interval interval, Observations observations, TimelineBuilder timeline) {
        timeline.add(interval);
        Vitals vitals = observations.take(interval.second());
        if (vitals != null) {
            timeline.add(interval.second(), vitals);
        }
        progress.second(timeline.second(interval.second()));
    }

    private Fidelity fidelity(TimelineBuilder timeline, InjectorStream stream) {
        return FidelityRules.DEFAULT.judge(stream.planned(), timeline.sent(), timeline.lateness(),
                stream.missingSeconds(phases.seconds()), stream.failures(), timeline.foreign());
    }
}
