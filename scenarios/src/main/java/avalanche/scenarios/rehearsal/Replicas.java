package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Instance;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Target;
import avalanche.results.evidence.Receipt;
import avalanche.results.evidence.Vitals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The service's replicas, those included that come while it runs: each is sampled, and each is told the callback. A platform
 * that does not tell its replicas has one. For one thread at a time, save {@link #receipts}.
 */
final class Replicas implements AutoCloseable {
    private static final Key ALONE = new Key("service", 1);

    private final Target target;
    private final CallbackSchedule schedule;
    private final Progress progress;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("replica-", 0)
            .factory());
    private final SequencedMap<Key, Replica> known = new LinkedHashMap<>();
    private final Set<Replica> first = new HashSet<>();
    private int lastBeat;

    /** A replica that was replaced in place keeps its name, and is another one all the same. */
    private record Key(String name, int revision) {}

    private record Present(Replica replica, boolean ready) {}

    Replicas(Target target, CallbackSchedule schedule, Progress progress) {
        this.target = target;
        this.schedule = schedule;
        this.progress = progress;
    }

    /**
     * Applies what is due before the traffic begins.
     *
     * @throws IOException if a replica does not take it
     */
    void prepare() throws IOException {
        for (Present present : present(1)) {
            if (present.ready()) {
                present.replica().prepare();
            }
        }
    }

    /**
     * Samples those that are ready, and brings all to what the schedule wants.
     *
     * @param life which life of the service was the last to begin
     * @return the sample; null where none answered
     */
    @Nullable
    Vitals at(int second, int life) {
        List<Present> present = present(life);
        lastBeat = second;
        if (first.isEmpty()) {
            first.addAll(known.values());
        }
        if (present.size() == 1) {
            Replica only = present.getFirst().replica();
            Vitals vitals = known.size() == 1 ? only.sampleAlone(life) : only.sample(life);
            only.at(second, life, present.getFirst().ready());
            return vitals == null ? null : VitalsSum.of(List.of(vitals), 0, life);
        }
        List<Vitals> samples = new ArrayList<>();
        int silent = 0;
        for (Answer answer : all(present, second, life)) {
            if (answer.vitals() != null) {
                samples.add(answer.vitals());
            } else if (answer.asked()) {
                silent++;
            }
        }
        return samples.isEmpty() ? null : VitalsSum.of(samples, silent, life);
    }

    private record Answer(boolean asked, @Nullable Vitals vitals) {}

    /** Side by side, so that one that drowns does not keep the others waiting. */
    private List<Answer> all(List<Present> present, int second, int life) {
        boolean anyReady = present.stream().anyMatch(Present::ready);
        List<Future<Answer>> futures = present.stream().map(each -> threads.submit(() -> {
            boolean asked = each.ready() || !anyReady;
            Vitals vitals = asked ? each.replica().sample(life) : null;
            each.replica().at(second, life, each.ready());
            return new Answer(asked, vitals);
        })).toList();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> future : futures) {
            try {
                answers.add(future.get());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return List.of();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw new IllegalStateException("a replica could not be looked at", e);
            }
        }
        return answers;
    }

    /** Those that are there; one that is new is entered. */
    private List<Present> present(int life) {
        Operations operations = target.operations();
        List<Instance> instances = operations == null
                ? List.of()
                : operations.instances().stream().filter(instance -> instance.goneAt() == null).toList();
        List<Present> present = new ArrayList<>();
        for (Instance instance : instances) {
            Key key = new Key(instance.name(), instance.revision());
            Replica replica = known.computeIfAbsent(key, _ -> replica(instance.name(), life));
            present.add(new Present(replica, instance.readyAt() != null));
        }
        if (present.isEmpty()) {
            present.add(known.isEmpty() ? alone(life) : new Present(known.lastEntry().getValue(), true));
        }
        return present;
    }

    private Replica replica(String name, int life) {
        return new Replica(name, target.management(name), schedule, known.isEmpty() ? "" : " on " + name, progress,
                life);
    }

    private Present alone(int life) {
        return new Present(known.computeIfAbsent(ALONE, key -> new Replica(key.name(), target.management(), schedule,
                "", progress, life)), true);
    }

    /**
     * The receipts of everything the schedule wanted: one of all replicas that the run began with together, and one of each
     * that came later. To be called once, after the last beat.
     */
    List<Receipt> receipts() {
        if (known.size() == 1) {
            return known.firstEntry().getValue().receipts();
        }
        Map<String, List<ReplicaReceipts.Of>> bySubject = new LinkedHashMap<>();
        for (Replica replica : known.values()) {
            for (Callbacks.Seen seen : replica.seen(lastBeat)) {
                bySubject.computeIfAbsent(seen.receipt().subject(), _ -> new ArrayList<>()).add(new ReplicaReceipts.Of(
                        replica.name(), first.contains(replica), seen));
            }
        }
        List<Receipt> receipts = new ArrayList<>();
        bySubject.forEach((subject, of) -> receipts.addAll(ReplicaReceipts.of(subject, of, unhurt())));
        for (CallbackSchedule.Stretch stretch : schedule.stretches()) {
            if (!bySubject.containsKey(stretch.id())) {
                receipts.add(Callbacks.neverApplied(stretch));
            }
        }
        return receipts;
    }

    /** Of each replica that took requests without what was due: its name and for how long. */
    private List<String> unhurt() {
        return known.values().stream().filter(replica -> replica.wasReady() && replica.unhurtSeconds() > 0).map(
                replica -> replica.name() + " was without what was due in " + replica.unhurtSeconds() + " s").toList();
    }

    @Override
    public void close() {
        threads.close();
    }
}
