package avalanche.victim;

import avalanche.victim.fault.SlowCallback;
import avalanche.victim.fault.Waiting;
import avalanche.victim.map.KnownStrategies;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.metrics.KeyPatterns;
import avalanche.victim.metrics.MapOperations;
import avalanche.victim.metrics.MeteredMap;
import avalanche.victim.order.OrderService;
import avalanche.victim.plugin.StrategyPlugins;
import avalanche.victim.setting.InvalidSetting;
import avalanche.victim.traversal.TraversalReader;
import avalanche.victim.traversal.TraversalSetting;
import avalanche.victim.traversal.Traversals;
import avalanche.victim.vitals.ManagementRoutes;
import avalanche.victim.vitals.ManagementServer;
import avalanche.victim.vitals.Metrics;
import avalanche.victim.vitals.Requests;
import avalanche.victim.vitals.TraversalRoute;
import avalanche.victim.vitals.VitalsReader;
import java.nio.file.Path;
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
    StrategyPlugins strategyPlugins(@Value("${victim.map.plugins}") String path) {
        return StrategyPlugins.load(path, Path.of("").toAbsolutePath());
    }

    @Bean
    OrderMapProvider mapStrategy(StrategyPlugins plugins, @Value("${victim.map.strategy}") String id) {
        try {
            return KnownStrategies.find(id, plugins.known());
        } catch (IllegalArgumentException unknown) {
            throw new StartFailure(String.valueOf(unknown.getMessage()), "Set victim.map.strategy to a known one.",
                    unknown);
        }
    }

    @Bean
    MapOperations mapOperations(@Value("${victim.metrics.key-patterns}") String patterns) {
        try {
            return new MapOperations(KeyPatterns.parse(patterns), System::nanoTime);
        } catch (IllegalArgumentException invalid) {
            throw new StartFailure(String.valueOf(invalid.getMessage()), "Set it to patterns like these.", invalid);
        }
    }

    @Bean
    OrderMap orderMap(OrderMapProvider strategy, @Value("${victim.map.segments}") int segments,
            @Value("${victim.map.snapshot.max-retained}") long snapshotMaxRetained, MapOperations operations,
            @Value("${victim.metrics.map-operations}") boolean counted) {
        try {
            OrderMap map = strategy.create(new MapSettings(segments, snapshotMaxRetained, System::nanoTime));
            return counted ? new MeteredMap(map, operations) : map;
        } catch (IllegalArgumentException invalid) {
            throw new StartFailure(String.valueOf(invalid.getMessage()), "Set it within these bounds.", invalid);
        }
    }

    @Bean
    TraversalSetting traversalSetting(@Value("${victim.traversal.mode}") String mode,
            @Value("${victim.traversal.batch}") String batch,
            @Value("${victim.traversal.pages-per-second}") String pagesPerSecond,
            @Value("${victim.traversal.deadline}") String deadline,
            @Value("${victim.traversal.entries-per-second}") String entriesPerSecond) {
        try {
            return TraversalSetting.parse(mode, batch, pagesPerSecond, deadline, entriesPerSecond);
        } catch (InvalidSetting invalid) {
            throw new StartFailure(String.valueOf(invalid.getMessage()), "Set " + invalid.field()
                    + " to an allowed value.", invalid);
        }
    }

    @Bean
    Traversals traversals(OrderMap map, OrderMapProvider strategy, TraversalSetting setting) {
        try {
            return new Traversals(map, strategy.id(), setting, Waiting.REAL);
        } catch (InvalidSetting refused) {
            throw new StartFailure(String.valueOf(refused.getMessage()), "Set victim.traversal.mode to one of these, "
                    + "or victim.map.strategy to one that has a critical section.", refused);
        }
    }

    @Bean
    TraversalRoute traversalRoute(JsonMapper json, TraversalSetting started, Traversals traversals) {
        return new TraversalRoute(new TraversalReader(json, started), traversals);
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
    Metrics metrics(OrderMap map, Traversals traversals, Requests requests, MapOperations operations,
            @Value("${victim.metrics.map-operations}") boolean counted) {
        return new Metrics(map, traversals, requests, counted ? operations : null);
    }

    @Bean
    ManagementRoutes managementRoutes(JsonMapper json, OrderMapProvider strategy, OrderMap map, Traversals traversals,
            Requests requests, Metrics metrics, TraversalRoute traversal, SlowCallback callback,
            @Value("${victim.fault.enabled}") boolean faultEnabled) {
        VitalsReader vitals = new VitalsReader(strategy.id(), map, traversals, requests);
        return new ManagementRoutes(json, vitals, metrics, traversal, faultEnabled ? callback : null);
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
