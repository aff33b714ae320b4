package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.Instance;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Management;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Target;
import avalanche.results.evidence.Ending;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service with as many replicas as a test puts there. */
final class FakeTarget implements Target {
    private static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

    final FakeOperations operations = new FakeOperations();
    final FakeDisruptions disruptions = new FakeDisruptions();
    final Map<String, FakeService> services = new LinkedHashMap<>();
    volatile List<LifeReport> lives = List.of(new LifeReport(1, BORN, BORN, null, Ending.ALIVE, null, Duration.ZERO,
            List
                    .of()));

    FakeTarget() {
        put("a", 5, true);
    }

    /** Adds a replica, or makes one ready. */
    FakeService put(String name, long inFlight, boolean ready) {
        List<Instance> replicas = new ArrayList<>(operations.replicas.stream().filter(instance -> !instance.name()
                .equals(
                        name)).toList());
        replicas.add(new Instance(name, 1, BORN, ready ? BORN : null, null));
        operations.replicas = List.copyOf(replicas);
        return services.computeIfAbsent(name, _ -> new FakeService(inFlight));
    }

    /** Takes a replica away; what is asked of it from now on is answered as before. */
    void remove(String name) {
        operations.replicas = operations.replicas.stream().filter(instance -> !instance.name().equals(name)).toList();
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:1");
    }

    @Override
    public Management management() {
        return management("a");
    }

    @Override
    public Management management(String instance) {
        return Objects.requireNonNull(services.get(instance), instance);
    }

    @Override
    public @Nullable Operations operations() {
        return operations;
    }

    @Override
    public @Nullable Disruptions disruptions() {
        return disruptions;
    }

    @Override
    public void awaitReady(Duration atMost) {}

    @Override
    public List<LifeReport> lives() {
        return lives;
    }

    @Override
    public String diagnostics() {
        return "a fake";
    }

    @Override
    public void close() {
        disruptions.done.add("closed");
    }
}
