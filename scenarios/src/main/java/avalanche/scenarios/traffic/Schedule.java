package avalanche.scenarios.traffic;

import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * The seeded schedule of intended instants of a plan, or of one shard of it. Same seed, same instants.
 *
 * <p>How many requests of a kind arrive is exact: by the end of a second, as many as the integral of its rate up to there, rounded half up.
 * What a second leaves over is carried into the next one and across phases, so that a whole schedule differs from the exact integral by half
 * a request at most, and not at all where rate times duration is whole. Within a second the instants are those of a Poisson process given its
 * count: sorted, independent, uniform.
 *
 * <p>A second is generated when it is asked for, from the seed and its own number alone: memory does not depend on the schedule's length.
 */
public final class Schedule {
    /** Their order is part of what a seed means. */
    private static final Kind[] KINDS = {Kind.CREATE, Kind.READ, Kind.UPDATE, Kind.DELETE, Kind.EXPORT};
    private static final int KIND_BITS = 3;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    /** Above the error of the sums, far below a request: keeps 0.1/s for 5 s from being rounded down. */
    private static final double ROUNDING_SLACK = 1e-6;

    private final long seed;
    private final List<Span> spans;
    private final int seconds;
    private final int shard;
    private final int shards;

    private record Span(int startSecond, Phase phase, Map<Kind, Double> before) {}

    private Schedule(long seed, List<Span> spans, int seconds, int shard, int shards) {
        this.seed = seed;
        this.spans = spans;
        this.seconds = seconds;
        this.shard = shard;
        this.shards = shards;
    }

    /** The whole schedule of a plan. */
    public static Schedule of(TrafficPlan plan) {
        List<Span> spans = new ArrayList<>();
        Map<Kind, Double> before = new EnumMap<>(Kind.class);
        int second = 0;
        for (Phase phase : plan.phases()) {
            spans.add(new Span(second, phase, Map.copyOf(before)));
            int length = Math.toIntExact(phase.duration().toSeconds());
            phase.rates().forEach((kind, rate) -> before.merge(kind, integral(rate, length, length), Double::sum));
            second = Math.addExact(second, length);
        }
        return new Schedule(plan.seed(), List.copyOf(spans), second, 0, 1);
    }

    /**
     * Every {@code shards}-th arrival of the whole schedule, beginning with the {@code shard}-th.
     *
     * @throws IllegalArgumentException where shard is not 0 to shards - 1
     */
    public Schedule shard(int shard, int shards) {
        if (shard < 0 || shard >= shards) {
            throw new IllegalArgumentException("shard is " + shard + " of " + shards + "; allowed: 0 to shards - 1");
        }
        return new Schedule(seed, spans, seconds, shard, shards);
    }

    /** Length in whole seconds. */
    public int seconds() {
        return seconds;
    }

    /** Number of arrivals. */
    public long total() {
        return ofShard(indexBefore(seconds));
    }

    /** Number of arrivals of a kind in a second; none beyond the schedule's end. */
    public long plannedIn(int second, Kind kind) {
        if (second < 0 || second >= seconds) {
            return 0;
        }
        if (shards == 1) {
            return countBefore(second + 1, kind) - countBefore(second, kind);
        }
        return arrivalsIn(second).stream().filter(arrival -> arrival.kind() == kind).count();
    }

    /** Arrivals in a second, by intended instant. */
    public List<Arrival> arrivalsIn(int second) {
        long start = second * Arrival.NANOS_PER_SECOND;
        long index = indexBefore(second);
        List<Arrival> arrivals = new ArrayList<>();
        for (long key : sortedKeys(second)) {
            if (index % shards == shard) {
                arrivals.add(new Arrival(start + (key >>> KIND_BITS), KINDS[(int) key & ((1 << KIND_BITS) - 1)],
                        index));
            }
            index++;
        }
        return arrivals;
    }

    /** All arrivals by intended instant, a second in memory at a time. */
    public Iterator<Arrival> arrivals() {
        return new Iterator<>() {
            private int nextSecond;
            private Iterator<Arrival> current = List.<Arrival>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && nextSecond < seconds) {
                    current = arrivalsIn(nextSecond++).iterator();
                }
                return current.hasNext();
            }

            @Override
            public Arrival next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the schedule has no more than " + total() + " arrivals");
                }
                return current.next();
            }
        };
    }

    private long[] sortedKeys(int second) {
        long[] keys = new long[Math.toIntExact(indexBefore(second + 1) - indexBefore(second))];
        int at = 0;
        for (int k = 0; k < KINDS.length; k++) {
            SplittableRandom random = new SplittableRandom(mix(mix(mix(seed) + second) + k));
            long count = countBefore(second + 1, KINDS[k]) - countBefore(second, KINDS[k]);
            for (long i = 0; i < count; i++) {
                keys[at++] = random.nextLong(Arrival.NANOS_PER_SECOND) << KIND_BITS | k;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    private long ofShard(long indices) {
        return (indices - shard + shards - 1) / shards;
    }

    private long indexBefore(int second) {
        long index = 0;
        for (Kind kind : KINDS) {
            index += countBefore(second, kind);
        }
        return index;
    }

    private long countBefore(int second, Kind kind) {
        Span span = spans.getFirst();
        for (Span later : spans) {
            if (later.startSecond() > second) {
                break;
            }
            span = later;
        }
        double before = span.before().getOrDefault(kind, 0.0);
        Rate rate = span.phase().rates().get(kind);
        double within = rate == null
                ? 0
                : integral(rate, Math.toIntExact(span.phase().duration().toSeconds()), second - span.startSecond());
        return (long) Math.floor(before + within + 0.5 + ROUNDING_SLACK);
    }

    /** Area under a straight line from one rate to the other, up to an elapsed time. */
    private static double integral(Rate rate, int length, int elapsed) {
        return rate.from() * elapsed + (rate.to() - rate.from()) * elapsed * elapsed / (2.0 * length);
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014), which spreads neighbouring seeds apart. */
    private static long mix(long z) {
        long x = z + GOLDEN_GAMMA;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
