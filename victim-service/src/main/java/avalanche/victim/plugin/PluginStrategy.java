package avalanche.victim.plugin;

import avalanche.victim.StartFailure;
import avalanche.victim.map.Guarantees;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** A strategy that came out of a jar: what it says of itself, asked once and checked, and what fails names the jar. */
final class PluginStrategy implements OrderMapProvider {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;

    private final Path jar;
    private final OrderMapProvider provider;
    private final String id;
    private final String hazard;
    private final Guarantees guarantees;

    private PluginStrategy(Path jar, OrderMapProvider provider) {
        this.jar = jar;
        this.provider = provider;
        id = Objects.requireNonNull(provider.id(), "id() is null");
        hazard = Objects.requireNonNull(provider.hazard(), "hazard() is null");
        guarantees = Objects.requireNonNull(provider.guarantees(), "guarantees() is null");
        if (id.length() > LONGEST_ID || !KEBAB_CASE.matcher(id).matches()) {
            throw new IllegalArgumentException("the id '" + id + "' of " + provider.getClass().getName()
                    + " is not in kebab case; allowed: a to z, 0 to 9 and single hyphens between them, at most "
                    + LONGEST_ID + " characters, a letter first");
        }
    }

    /**
     * The strategies that the jar names, made through its loader.
     *
     * @throws StartFailure where one is broken
     */
    static List<PluginStrategy> allOf(Path jar, ClassLoader loader) {
        try {
            List<PluginStrategy> strategies = new ArrayList<>();
            for (ServiceLoader.Provider<OrderMapProvider> named : ServiceLoader.load(OrderMapProvider.class, loader)
                    .stream().toList()) {
                if (loader.equals(named.type().getClassLoader())) {
                    strategies.add(new PluginStrategy(jar, named.get()));
                }
            }
            return strategies;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            throw new StartFailure("the jar " + jar + " (victim.map.plugins) has a broken strategy: " + reason(broken),
                    "Repair it, or take the jar away.", broken);
        }
    }

    Path jar() {
        return jar;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String hazard() {
        return hazard;
    }

    @Override
    public Guarantees guarantees() {
        return guarantees;
    }

    @Override
    public OrderMap create(MapSettings settings) {
        try {
            return Objects.requireNonNull(provider.create(settings), "create() answered null");
        } catch (IllegalArgumentException invalidSetting) {
            throw invalidSetting;
        } catch (LinkageError | RuntimeException broken) {
            throw new StartFailure("the strategy '" + id + "' of " + jar + " (victim.map.plugins) cannot make its map: "
                    + reason(broken), "Repair it, or choose another strategy.", broken);
        }
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken.getCause();
        return broken instanceof ServiceConfigurationError && cause != null ? broken.getMessage() + ": " + cause
                : broken instanceof LinkageError ? broken.toString() : String.valueOf(broken.getMessage());
    }
}
