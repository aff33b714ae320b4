package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Counts;
import avalanche.results.evidence.Interval;
import avalanche.scenarios.traffic.InjectorLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A platform whose injectors send nothing and write their lines on time, for a schedule of a few seconds. */
final class FakePlatform implements Platform {
    final List<FakeTarget> targets = new ArrayList<>();
    final List<TargetSpec> specs = new ArrayList<>();
    private final Set<Ability> abilities;
    private final int seconds;
    private final int brokenAt;

    /** @param brokenAt in which second the injector writes what is no line of its, -1 for never */
    FakePlatform(Set<Ability> abilities, int seconds, int brokenAt) {
        this.abilities = abilities;
        this.seconds = seconds;
        this.brokenAt = brokenAt;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public Availability probe() {
        return new Availability.Available("in this test");
    }

    @Override
    public Target start(TargetSpec spec) {
        FakeTarget target = new FakeTarget();
        targets.add(target);
        specs.add(spec);
        return target;
    }

    @Override
    public Injection inject(InjectionPlan plan, int shards) {
        return new Lines(Instant.now().plusMillis(200));
    }

    @Override
    public Duration injectorLead() {
        return Duration.ZERO;
    }

    private final class Lines implements Injection {
        private final Instant zero;
        private int next = -1;

        Lines(Instant zero) {
            this.zero = zero;
        }

        @Override
        public @Nullable Line next(Duration atMost) throws InterruptedException {
            if (next == -1) {
                next++;
                return new Line(0, new InjectorLine.Ready("fake", 10L * seconds, zero).toJson());
            }
            Duration wait = Duration.between(Instant.now(), zero.plusSeconds(next + 1L));
            if (next > seconds || wait.compareTo(atMost) > 0) {
                Thread.sleep(atMost);
                return null;
            }
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
            int second = next++;
            if (second == seconds) {
                return new Line(0, new InjectorLine.End(10L * seconds, 10L * seconds, 10L * seconds, seconds).toJson());
            }
            return new Line(0, second == brokenAt ? "a stack trace" : new InjectorLine.Measured(interval(second))
                    .toJson());
        }

        private Interval interval(int second) {
            Histogram times = new Histogram(3);
            times.recordValueWithCount(5_000_000, 10);
            Histogram late = new Histogram(3);
            late.recordValueWithCount(100_000, 10);
            return new Interval(second, Map.of("create", new Interval.OfKind(new Counts(10, 10, 8, Map.of(404, 1L), 1,
                    0, 0),
                    times, times)), late);
        }

        @Override
        public boolean isDone() {
            return next > seconds;
        }

        @Override
        public List<Shard> shards() {
            return List.of(new Shard(0, isDone() ? 0 : null, List.of()));
        }

        @Override
        public void close() {}
    }
}
