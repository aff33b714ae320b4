package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Injection;
import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.InjectorLine;
import avalanche.scenarios.traffic.ShardMerger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of all shards of an injection, read as whole seconds. Used by one thread. */
final class InjectorStream {
    private static final double MILLIS = 1000;

    private final Injection injection;
    private final InstantSource clock;
    private final ShardMerger merger;
    private final boolean[] ended;
    private final List<InjectorLine.Ready> ready = new ArrayList<>();
    private final List<Interval> whole = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** @param clock tells whether a shard became ready before the instant that all of them agreed on */
    InjectorStream(Injection injection, int shards, InstantSource clock) {
        this.injection = injection;
        this.clock = clock;
        this.merger = new ShardMerger(shards);
        this.ended = new boolean[shards];
    }

    /**
     * Waits until every shard is ready.
     *
     * @return second 0 of the schedule
     * @throws RehearsalException if a shard ended or did not become ready in time; carries its last words
     */
    InjectorLine.Ready awaitReady(Duration atMost) throws RehearsalException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (ready.size() < ended.length) {
            Injection.Line line = injection.next(Duration.ofMillis(200));
            if (line != null) {
                accept(line);
            } else if (injection.isDone() || System.nanoTime() > deadline) {
                throw new RehearsalException("the injector did not become ready within " + atMost.toSeconds() + " s: "
                        + lastWords()
                        + "; is another program using this machine's processors or ports?");
            }
        }
        return ready.getFirst();
    }

    /** The next seconds that are complete; empty where none came in time. */
    List<Interval> next(Duration atMost) throws RehearsalException, InterruptedException {
        Injection.Line line = injection.next(atMost);
        if (line != null) {
            accept(line);
        }
        List<Interval> seconds = List.copyOf(whole);
        whole.clear();
        return seconds;
    }

    /** Whether all shards ended and all their lines were read; notes the shards that ended without their last line. */
    boolean isDone() {
        if (!injection.isDone()) {
            return false;
        }
        for (Injection.Shard shard : injection.shards()) {
            if (!ended[shard.shard()]) {
                ended[shard.shard()] = true;
                failures.add("shard " + shard.shard() + " of the injector ended with exit code " + shard.exitCode()
                        + " before its traffic did: " + String.join(" | ", shard.lastWords()));
                whole.addAll(merger.lose(shard.shard()));
            }
        }
        return whole.isEmpty();
    }

    /** Arrivals in the schedule, of all shards. */
    long planned() {
        return ready.stream().mapToLong(InjectorLine.Ready::planned).sum();
    }

    /** Why a shard's part is not whole; empty where all are. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Seconds for which a line never came. */
    List<Integer> missingSeconds(int scheduleSeconds) {
        return merger.missingSeconds(scheduleSeconds);
    }

    private void accept(Injection.Line line) throws RehearsalException {
        switch (parse(line)) {
            case InjectorLine.Ready first -> ready(line.shard(), first);
            case InjectorLine.Measured(Interval interval) -> whole.addAll(merger.add(line.shard(), interval));
            case InjectorLine.End _ -> {
                ended[line.shard()] = true;
                whole.addAll(merger.end(line.shard()));
            }
        }
    }

    /** A shard that became ready after second 0 sent its first arrivals late, or not at all. */
    private void ready(int shard, InjectorLine.Ready first) {
        Duration late = Duration.between(first.startAt(), clock.instant());
        if (ended.length > 1 && late.isPositive()) {
            failures.add("shard %d of the injector was ready %.1f s after the instant that all shards agreed on"
                    .formatted(shard, late.toMillis() / MILLIS));
        }
        ready.add(first);
    }

    private static InjectorLine parse(Injection.Line line) throws RehearsalException {
        try {
            return InjectorLine.parse(line.text());
        } catch (IllegalArgumentException e) {
            throw new RehearsalException("shard " + line.shard()
                    + " of the injector wrote a line that is not of its protocol: "
                    + e.getMessage(), e);
        }
    }

    private String lastWords() {
        List<String> words = new ArrayList<>();
        for (Injection.Shard shard : injection.shards()) {
            @Nullable
            Integer code = shard.exitCode();
            words.add("shard " + shard.shard() + (code == null ? " runs" : " ended with exit code " + code)
                    + ", last words: "
                    + (shard.lastWords().isEmpty() ? "none" : String.join(" | ", shard.lastWords())));
        }
        return String.join("; ", words);
    }
}
