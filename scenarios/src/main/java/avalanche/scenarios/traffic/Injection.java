package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One shard of a plan being carried out: users drain the schedule, lines are written beside it. */
final class Injection {
    private static final int KNOWN_IDS = 100_000;
    private static final Duration LEAD = Duration.ofSeconds(1);

    private final InjectorPlan plan;
    private final Schedule schedule;
    private final Ledger ledger;
    private final RunClock clock;
    private final LinePrinter lines;
    private final Departures departures;
    private final KnownIds ids;
    private final Bodies bodies;
    private final Consumer<Throwable> onBug;
    private final CompletableFuture<Integer> printed = new CompletableFuture<>();
    private boolean started;
    private int users;

    /** Prepares one shard; {@code onBug} is told of what nobody expected, and may end the process. */
    Injection(InjectorPlan plan, int shard, int shards, PrintStream out, InstantSource wall, LongSupplier nanos,
            Consumer<Throwable> onBug) {
        TrafficPlan traffic = plan.traffic();
        this.plan = plan;
        this.onBug = onBug;
        schedule = Schedule.of(traffic).shard(shard, shards);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Phase phase : traffic.phases()) {
            kinds.addAll(phase.rates().keySet());
        }
        ledger = new Ledger(kinds);
        clock = new RunClock(plan.startAt(), TrafficSimulation.entering(traffic).plus(LEAD), wall, nanos);
        lines = new LinePrinter(schedule, ledger, clock, out);
        departures = new Departures(schedule);
        ids = new KnownIds(KNOWN_IDS, traffic.seed());
        bodies = new Bodies(traffic.payloadBytes(), traffic.seed());
    }

    /** Carries the plan out and writes its lines, the last one included. */
    void run() {
        LastOutcome lastOutcome = new LastOutcome();
        GatlingRun.run(() -> new TrafficSimulation(plan, this::newUser, lastOutcome, onBug), lastOutcome);
        if (!started()) {
            throw new IllegalStateException("no user entered; allowed: " + plan.traffic().users());
        }
        int seconds = printed.join();
        Ledger.Totals totals = ledger.totals();
        if (totals.sent() != totals.ended() || totals.clamped() > 0) {
            throw new IllegalStateException("sent " + totals.sent() + ", ended " + totals.ended()
                    + ", longer than an hour "
                    + totals.clamped() + "; allowed: as many ended as sent, none so long");
        }
        lines.print(new InjectorLine.End(schedule.total(), totals.sent(), totals.attempts(), seconds));
    }

    /** The first user that enters shows that Gatling is ready: it starts the clock. */
    private synchronized VirtualUser newUser() {
        if (!started) {
            started = true;
            lines.print(new InjectorLine.Ready("gatling " + GatlingRun.version(), schedule.total(), clock.start()));
            Thread.ofPlatform().name("interval-lines").daemon().start(this::printIntervals);
        }
        users++;
        return new VirtualUser(Integer.toString(users), departures, ledger, ids, bodies, plan.traffic().retry(),
                clock::nanosSinceStart);
    }

    private synchronized boolean started() {
        return started;
    }

    private void printIntervals() {
        try {
            printed.complete(lines.printIntervals());
        } catch (RuntimeException e) {
            printed.completeExceptionally(e);
            onBug.accept(e);
        }
    }
}
