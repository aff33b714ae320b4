package avalanche.victim.plugin;

import avalanche.victim.StartFailure;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMapProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The strategies that a user's jars bring, and the class loaders that they came through, until closed.
 *
 * <p>
 * Each jar that names strategies has a loader of its own, so that a failure can tell which one it was. Above them stands
 * one for the jars that name none, their libraries, and above that the service's own.
 */
public final class StrategyPlugins implements AutoCloseable {
    private static final String DEFAULT_FOLDER = "strategies";

    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<PluginStrategy> strategies = new ArrayList<>();

    private StrategyPlugins() {}

    /**
     * Those of the jar or the folder of jars that the setting names; where it is blank, of the folder {@code strategies}
     * in the working directory, where there is one.
     *
     * @throws StartFailure where the path does not exist, and for each jar that does not bring what it should
     */
    public static StrategyPlugins load(String setting, Path workingDirectory) {
        StrategyPlugins plugins = new StrategyPlugins();
        try {
            plugins.loadAll(jars(setting, workingDirectory));
            return plugins;
        } catch (RuntimeException failure) {
            plugins.close();
            throw failure;
        }
    }

    private static List<PluginJar> jars(String setting, Path workingDirectory) {
        Path path = workingDirectory.resolve(setting.isBlank() ? DEFAULT_FOLDER : setting.strip());
        if (!Files.exists(path)) {
            if (setting.isBlank()) {
                return List.of();
            }
            throw new StartFailure("victim.map.plugins is " + path + ", which does not exist",
                    "Set it to a jar or to a folder of jars, or leave it away.", null);
        }
        List<PluginJar> jars = PluginJar.at(path);
        if (!setting.isBlank() && jars.stream().noneMatch(PluginJar::provides)) {
            throw new StartFailure("victim.map.plugins is " + path
                    + ", where no jar names a strategy in META-INF/services/"
                    + OrderMapProvider.class.getName(),
                    "Add that file to the jar: a line with the provider's class name.",
                    null);
        }
        return jars;
    }

    private void loadAll(List<PluginJar> jars) {
        URL[] libraries = jars.stream().filter(jar -> !jar.provides()).map(PluginJar::url).toArray(URL[]::new);
        URLClassLoader shared = new URLClassLoader("strategies", libraries, OrderMapProvider.class.getClassLoader());
        loaders.add(shared);
        for (PluginJar jar : jars) {
            if (jar.provides()) {
                URLClassLoader loader = new URLClassLoader(jar.path().toString(), new URL[]{jar.url()}, shared);
                loaders.add(loader);
                PluginStrategy.allOf(jar.path(), loader).forEach(this::add);
            }
        }
    }

    private void add(PluginStrategy strategy) {
        for (MapStrategy own : MapStrategy.values()) {
            if (own.id().equals(strategy.id())) {
                throw taken(strategy, "the service has one of that id itself");
            }
        }
        for (PluginStrategy there : strategies) {
            if (there.id().equals(strategy.id())) {
                throw taken(strategy, there.jar() + " has one of that id, too");
            }
        }
        strategies.add(strategy);
    }

    private static StartFailure taken(PluginStrategy strategy, String by) {
        return new StartFailure("the strategy '" + strategy.id() + "' of " + strategy.jar() + " (victim.map.plugins): "
                + by, "Give it an id of its own, or take the jar away.", null);
    }

    /** The service's own strategies and then these. */
    public List<OrderMapProvider> known() {
        return Stream.concat(Stream.of(MapStrategy.values()), strategies.stream()).toList();
    }

    /** Closes the class loaders: from then on no class comes out of the jars. */
    @Override
    public void close() {
        IOException first = null;
        for (URLClassLoader loader : loaders.reversed()) {
            try {
                loader.close();
            } catch (IOException problem) {
                first = first == null ? problem : first;
            }
        }
        if (first != null) {
            throw new UncheckedIOException(first);
        }
    }
}
