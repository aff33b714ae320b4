package avalanche.victim.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.StartFailure;
import avalanche.victim.map.KnownStrategies;
import avalanche.victim.map.MapSettings;
import avalanche.victim.map.MapStrategy;
import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.order.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyPluginsTest {
    private static final String MAP = "MapStrategy.CONCURRENT.create(settings)";
    private static final List<String> OWN = Stream.of(MapStrategy.values()).map(MapStrategy::id).toList();

    @TempDir
    private Path directory;

    @Test
    void bringsNothingWhereNoPathIsGivenAndTheFolderDoesNotExist() {
        assertThat(ids("")).isEqualTo(OWN);
    }

    @Test
    void bringsTheFolderBesideTheServiceWhereNoPathIsGiven() throws Exception {
        PluginJars.example(Files.createDirectory(directory.resolve("strategies")).resolve("sorted.jar"));
        assertThat(ids("")).hasSize(OWN.size() + 1).endsWith("sorted");
    }

    @Test
    void bringsAFoldersJarsByNameAndLeavesOtherFilesAlone() throws Exception {
        PluginJars.example(directory.resolve("b.jar"));
        simple("a.jar", "First", "\"my-map\"");
        Files.writeString(directory.resolve("readme.txt"), "no jar");
        assertThat(ids(directory.toString())).endsWith("my-map", "sorted");
    }

    @Test
    void aMapOutOfAJarIsAMap() throws Exception {
        Path jar = PluginJars.example(directory.resolve("sorted.jar"));
        try (StrategyPlugins plugins = StrategyPlugins.load(jar.toString(), directory)) {
            OrderMap map = find(plugins, "sorted").create(MapSettings.usual());
            Order order = new Order("1", "c", 1, "");
            assertThat(map.put(order)).isNull();
            assertThat(map.get("1")).isEqualTo(order);
            assertThat(map.getClass().getClassLoader()).isNotSameAs(OrderMap.class.getClassLoader());
        }
    }

    @Test
    void aStrategyFindsItsLibraryInAJarBesideIt() throws Exception {
        Path library = PluginJars.build(directory.resolve("z-library.jar"), Map.of("lib.Ids",
                "package lib; public final class Ids { public static final Ids ALL = new Ids();"
                        + " public String mine() { return \"with-library\"; } }"), "");
        PluginJars.build(directory.resolve("a.jar"), PluginJars.provider("Mine", "lib.Ids.ALL.mine()", "", MAP),
                "plugins.Mine", library);
        assertThat(ids(directory.toString())).endsWith("with-library");
    }

    @Test
    void noClassComesOutOfTheJarsOnceClosed() throws Exception {
        Path jar = PluginJars.example(directory.resolve("sorted.jar"));
        StrategyPlugins plugins = StrategyPlugins.load(jar.toString(), directory);
        ClassLoader loader;
        try (plugins) {
            loader = find(plugins, "sorted").create(MapSettings.usual()).getClass().getClassLoader();
            assertThat(loader.getResource(PluginJars.SERVICES)).isNotNull();
        }
        assertThat(loader.getResource(PluginJars.SERVICES)).isNull();
    }

    @Test
    void anUnknownStrategyIsToldThoseOfTheJarsToo() throws Exception {
        Path jar = PluginJars.example(directory.resolve("sorted.jar"));
        try (StrategyPlugins plugins = StrategyPlugins.load(jar.toString(), directory)) {
            assertThatThrownBy(() -> find(plugins, "sortd")).hasMessageContaining("unknown strategy 'sortd'")
                    .hasMessageContaining(", concurrent").hasMessageEndingWith(", sorted; nearest: sorted");
        }
    }

    @Test
    void aPathThatDoesNotExistFailsTheStart() {
        refused("nowhere").hasMessage("victim.map.plugins is " + directory.resolve("nowhere")
                + ", which does not exist");
    }

    @Test
    void aFolderThatBringsNothingFailsTheStart() throws Exception {
        PluginJars.build(directory.resolve("library.jar"), Map.of("lib.Ids", "package lib; public class Ids {}"), "");
        refused(directory.toString()).hasMessageContaining("where no jar names a strategy in META-INF/services/");
    }

    @Test
    void aFileThatIsNoJarFailsTheStart() throws Exception {
        Path jar = Files.writeString(directory.resolve("a.jar"), "no jar");
        refused(directory.toString()).hasMessageStartingWith(jar + " (victim.map.plugins) is no jar that can be read");
    }

    @Test
    void theIdOfOneOfTheServicesOwnFailsTheStart() throws Exception {
        Path jar = simple("a.jar", "Mine", "\"snapshot\"");
        refused("a.jar").hasMessage("the strategy 'snapshot' of " + jar
                + " (victim.map.plugins): the service has one of that id itself");
    }

    @Test
    void twoOfOneIdFailTheStartAndBothJarsAreNamed() throws Exception {
        Path first = simple("a.jar", "Mine", "\"my-map\"");
        Path second = simple("b.jar", "Mine", "\"my-map\"");
        refused(directory.toString()).hasMessage("the strategy 'my-map' of " + second + " (victim.map.plugins): "
                + first
                + " has one of that id, too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Map", "my_map", "my--map", "-map", "map-", "1map", "", "maps and maps"})
    void anIdThatIsNotInKebabCaseFailsTheStart(String id) throws Exception {
        Path jar = simple("a.jar", "Mine", "\"" + id + "\"");
        refused("a.jar").hasMessageStartingWith("the jar " + jar
                + " (victim.map.plugins) has a broken strategy: the id '"
                + id + "' of plugins.Mine is not in kebab case; allowed: ");
    }

    @Test
    void aStrategyWithoutAnIdFailsTheStart() throws Exception {
        simple("a.jar", "Mine", "null");
        refused("a.jar").hasMessageEndingWith("has a broken strategy: id() is null");
    }

    @Test
    void aProviderThatCannotBeMadeFailsTheStartWithItsReason() throws Exception {
        PluginJars.build(directory.resolve("a.jar"), PluginJars.provider("Mine", "\"my-map\"",
                "if (true) throw new IllegalStateException(\"no licence\");", MAP), "plugins.Mine");
        refused("a.jar").hasMessageContaining(directory.resolve("a.jar").toString()).hasMessageEndingWith(
                "java.lang.IllegalStateException: no licence");
    }

    @Test
    void aProviderThatIsNotInTheJarFailsTheStart() throws Exception {
        PluginJars.build(directory.resolve("a.jar"), Map.of(), "plugins.Forgotten");
        refused("a.jar").hasMessageContaining(directory.resolve("a.jar").toString()).hasMessageEndingWith(
                "Provider plugins.Forgotten not found");
    }

    @Test
    void aMissingLibraryFailsTheStart() throws Exception {
        Path library = PluginJars.build(directory.resolve("library.jar"), Map.of("lib.Ids",
                "package lib; public final class Ids { public String mine() { return \"mine\"; } }"), "");
        PluginJars.build(directory.resolve("a.jar"), PluginJars.provider("Mine", "new lib.Ids().mine()", "", MAP),
                "plugins.Mine", library);
        refused("a.jar").hasMessageEndingWith("java.lang.NoClassDefFoundError: lib/Ids");
    }

    @Test
    void aStrategyThatMakesNoMapFailsTheStart() throws Exception {
        Map<String, String> sources = new HashMap<>(PluginJars.provider("None", "\"none\"", "", "null"));
        sources.putAll(PluginJars.provider("Rash", "\"rash\"", "", "(new OrderMap[0])[0]"));
        sources.putAll(PluginJars.provider("Strict", "\"strict\"", "", "MapStrategy.of(\"nothing\").create(settings)"));
        Path jar = PluginJars.build(directory.resolve("a.jar"), sources, "plugins.None\nplugins.Rash\nplugins.Strict");
        try (StrategyPlugins plugins = StrategyPlugins.load("a.jar", directory)) {
            assertThatThrownBy(() -> find(plugins, "none").create(MapSettings.usual())).isInstanceOf(StartFailure.class)
                    .hasMessage("the strategy 'none' of " + jar
                            + " (victim.map.plugins) cannot make its map: create() answered null");
            assertThatThrownBy(() -> find(plugins, "rash").create(MapSettings.usual())).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("cannot make its map: Index 0 out of bounds");
            assertThatThrownBy(() -> find(plugins, "strict").create(MapSettings.usual())).as("a setting it refuses")
                    .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("unknown strategy 'nothing'");
        }
    }

    private Path simple(String jar, String name, String id) throws IOException {
        return PluginJars.build(directory.resolve(jar), PluginJars.provider(name, id, "", MAP), "plugins." + name);
    }

    private List<String> ids(String setting) {
        try (StrategyPlugins plugins = StrategyPlugins.load(setting, directory)) {
            return plugins.known().stream().map(OrderMapProvider::id).toList();
        }
    }

    private static OrderMapProvider find(StrategyPlugins plugins, String id) {
        return KnownStrategies.find(id, plugins.known());
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String setting) {
        ThrowingCallable load = () -> StrategyPlugins.load(setting, directory).close();
        return assertThatThrownBy(load).isInstanceOf(StartFailure.class);
    }
}
