package avalanche.victim.bench;

import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.map.Providers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is asked of the benchmark.
 *
 * @param scale how much
 * @param parts which parts
 * @param maps the ids of the maps
 * @param folder where the results go
 * @param command the command that asks it
 */
record Request(Scale scale, Set<Part> parts, List<String> maps, Path folder, String command) {
    /** By properties: {@code benchmark}, {@code benchmark.only}, {@code benchmark.maps}, {@code benchmark.results}. */
    static Request of(UnaryOperator<String> property) {
        Scale scale = Scale.of(property.apply("benchmark"));
        String only = property.apply("benchmark.only");
        String maps = property.apply("benchmark.maps");
        return new Request(scale, parts(only), maps(maps), folder(property.apply("benchmark.results")), command(scale,
                only, maps));
    }

    private static Path folder(String results) {
        Path folder = Path.of(results);
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException(
                    "folder '" + results + "' at benchmark.results is relative; give an absolute path");
        }
        return folder;
    }

    private static Set<Part> parts(String only) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        names(only).forEach(name -> parts.add(Part.of(name)));
        return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
    }

    private static List<String> maps(String wanted) {
        List<String> known = Providers.all().map(OrderMapProvider::id).toList();
        List<String> names = names(wanted);
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "unknown map '" + name + "' at benchmark.maps; known: " + String.join(", ", known));
        });
        return names.isEmpty() ? known : names;
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static String command(Scale scale, String only, String maps) {
        return "mvn -Pbenchmark -pl victim-service verify -Dbenchmark=" + scale.mode()
                + (only.isBlank() ? "" : " -Dbenchmark.only=" + String.join(",", names(only)))
                + (maps.isBlank() ? "" : " -Dbenchmark.maps=" + String.join(",", names(maps)));
    }
}
