package avalanche.victim.map.proof;

import avalanche.victim.map.Guarantees.Consistency;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Walks of two threads while writers of two others keep invariants across entries, for a time: no walk may see an entry
 * twice, miss one that is there throughout, see less than was written before it began, or go back behind an earlier walk
 * of the same thread; and where the provider claims INSTANT, every invariant holds in every walk.
 */
public final class WalkConsistency {
    private static final int WRITERS = 2;
    private static final int WALKERS = 2;
    private static final int FEWEST_WALKS = 20;

    private final String provider;
    private final OrderMap map;
    private final boolean instant;
    private final List<WriterChain> chains = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private WalkConsistency(OrderMapProvider provider) {
        this.provider = provider.id();
        map = Examples.filled(provider, MapSettings.usual(), WalkJudge.STILL_ORDERS);
        instant = provider.guarantees().consistency() == Consistency.INSTANT;
        for (int writer = 0; writer < WRITERS; writer++) {
            chains.add(new WriterChain(map, "w" + writer));
        }
    }

    /**
     * Runs so long, and until every thread has done something.
     *
     * @return how many walks were judged
     * @throws AssertionError with what a walk saw that it should not
     */
    public static int check(OrderMapProvider provider, Duration time) throws InterruptedException {
        return new WalkConsistency(provider).run(time);
    }

    private int run(Duration time) throws InterruptedException {
        int walks = 0;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("proof-", 0).daemon()
                .factory())) {
            long until = System.nanoTime() + time.toNanos();
            List<Future<?>> writers = new ArrayList<>();
            chains.forEach(chain -> writers.add(threads.submit(() -> chain.writeUntil(over))));
            List<Future<Integer>> walkers = new ArrayList<>();
            for (int walker = 0; walker < WALKERS; walker++) {
                walkers.add(threads.submit(() -> walkUntil(until)));
            }
            try {
                for (Future<Integer> walker : walkers) {
                    walks += walker.get();
                }
            } finally {
                over.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(provider + ": " + failed.getMessage(), failed);
        }
        chains.forEach(WriterChain::checkEnd);
        return walks;
    }

    private int walkUntil(long until) {
        WalkJudge judge = new WalkJudge(chains, instant);
        int walks = 0;
        while (!over.get() && (System.nanoTime() < until || walks < FEWEST_WALKS || !chainsHaveMoved())) {
            judge.judge(map);
            walks++;
        }
        return walks;
    }

    private boolean chainsHaveMoved() {
        return chains.stream().allMatch(chain -> chain.begun() > FEWEST_WALKS);
    }
}
