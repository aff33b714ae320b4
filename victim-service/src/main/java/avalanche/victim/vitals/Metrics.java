package avalanche.victim.vitals;

import avalanche.victim.map.LockReport;
import avalanche.victim.map.OrderMap;
import avalanche.victim.metrics.MapCollector;
import avalanche.victim.metrics.MapOperations;
import avalanche.victim.traversal.Traversals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;

/** The metrics in Prometheus' text format. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Metrics of these, and of the map's operations where they are counted. */
    public Metrics(OrderMap map, Traversals traversals, Requests requests, @Nullable MapOperations operations) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("victim.requests.in.flight", requests, Requests::inFlight).register(registry);
        FunctionCounter.builder("victim.requests.completed", requests, Requests::completed).register(registry);
        Gauge.builder("victim.map.size", map, OrderMap::size).register(registry);
        Gauge.builder("victim.map.lock.waiters", map, Metrics::waiters).register(registry);
        Gauge.builder("victim.traversals.running", traversals, Traversals::running).register(registry);
        FunctionCounter.builder("victim.traversals.completed", traversals, Traversals::completed).register(registry);
        registry.getPrometheusRegistry().register(new MapCollector(map, traversals));
        if (operations != null) {
            operations.bindTo(registry);
        }
    }

    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static int waiters(OrderMap map) {
        LockReport report = map.lock();
        return report == null ? 0 : report.waiters();
    }
}
