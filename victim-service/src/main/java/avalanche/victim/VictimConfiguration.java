package avalanche.victim;

import avalanche.victim.fault.SlowCallback;
import avalanche.victim.fault.Waiting;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.order.OrderService;
import avalanche.victim.traversal.Traversals;
import avalanche.victim.vitals.ManagementRoutes;
import avalanche.victim.vitals.ManagementServer;
import avalanche.victim.vitals.Metrics;
import avalanche.victim.vitals.Requests;
import avalanche.victim.vitals.VitalsReader;
import java.util.SplittableRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** How the parts of the service are put together, and the settings that they take. */
@Configuration(proxyBeanMethods = false)
class VictimConfiguration {
    private static final long CALLBACK_SEED = 42;

    @Bean
    MapStrategy mapStrategy(@Value("${victim.map.strategy}") String id) {
        try {
            return MapStrategy.of(id);
        } catch (IllegalArgumentException unknown) {
            throw new StartFailure(String.valueOf(unknown.getMessage()), "Set victim.map.strategy to a known one.",
                    unknown);
        }
    }

    @Bean
    OrderMap orderMap(MapStrategy strategy, @Value("${victim.map.segments}") int segments,
            @Value("${victim.map.snapshot.max-retained}") long snapshotMaxRetained) {
        try {
            return strategy.create(new MapSettings(segments, snapshotMaxRetained, System::nanoTime));
        } catch (IllegalArgumentException invalid) {
            throw new StartFailure(String.valueOf(invalid.getMessage()), "Set it within these bounds.", invalid);
        }
    }

    @Bean
    Traversals traversals(OrderMap map) {
        return new Traversals(map, System::nanoTime);
    }

    @Bean
    SlowCallback slowCallback() {
        return new SlowCallback(Waiting.REAL, new SplittableRandom(CALLBACK_SEED));
    }

    @Bean
    OrderService orderService(OrderMap map, Traversals traversals, SlowCallback callback) {
        return new OrderService(map, traversals, callback);
    }

    @Bean
    Requests requests() {
        return new Requests();
    }

    @Bean
    FilterRegistrationBean<Requests> outermostFilter(Requests requests) {
        FilterRegistrationBean<Requests> registration = new FilterRegistrationBean<>(requests);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Metrics metrics(OrderMap map, Traversals traversals, Requests requests) {
        return new Metrics(map, traversals, requests);
    }

    @Bean
    ManagementRoutes managementRoutes(JsonMapper json, MapStrategy strategy, OrderMap map, Traversals traversals,
            Requests requests, Metrics metrics, SlowCallback callback,
            @Value("${victim.fault.enabled}") boolean faultEnabled) {
        VitalsReader vitals = new VitalsReader(strategy.id(), map, traversals, requests);
        return new ManagementRoutes(json, vitals, metrics, faultEnabled ? callback : null);
    }

    @Bean
    ManagementServer managementServer(@Value("${victim.management.address}") String address,
            @Value("${victim.management.port}") int port, ManagementRoutes routes) {
        return ManagementServer.start(address, port, routes);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> healthyOnceReady(ManagementRoutes routes) {
        return _ -> routes.up();
    }
}
