package avalanche.scenarios.cli;

import avalanche.results.record.IncidentSource;
import avalanche.scenarios.incident.Incident;
import avalanche.scenarios.incident.IncidentReader;
import avalanche.scenarios.incident.Problem;
import avalanche.scenarios.incident.Reading;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that choose an incident file and what of it is meant. */
final class IncidentArguments {
    @Parameters(index = "0", paramLabel = "FILE", description = "The incident file.")
    private Path file = Path.of("");

    @Option(names = "--variant",
            paramLabel = "NAME",
            description = "A variant named in the file; by default its first.")
    private @Nullable String variant;

    @Option(names = "--size",
            paramLabel = "NAME",
            description = "A size named in the file, such as laptop or full; by default its first.")
    private @Nullable String size;

    @Option(names = "--strategy",
            paramLabel = "ID",
            description = "The map strategy: locked, dual-map, segmented, snapshot, concurrent, hash-trie, or one of victim.plugins. Same as --set victim.strategy=ID.")
    private @Nullable String strategy;

    @Option(names = "--traversal",
            paramLabel = "MODE",
            description = "How walks are done: natural, held, copied, yielding, yielding-held, paged or bounded. Same as --set victim.traversal=MODE.")
    private @Nullable String traversal;

    @Option(names = "--seed",
            paramLabel = "N",
            description = "Seed of the arrivals. Same as --set traffic.seed=N.")
    private @Nullable Long seed;

    @Option(names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Overrides one value of the file, such as --set 'victim.heap=256 MiB'. May be repeated.")
    private List<String> settings = List.of();

    IncidentArguments() {}

    /**
     * What was read.
     *
     * @param incident the incident as it is meant
     * @param source the file it came from
     */
    record Chosen(Incident incident, IncidentSource source) {}

    /**
     * Reads the file as the arguments say.
     *
     * @throws RefusedException with every problem of the file
     */
    Chosen read() throws RefusedException {
        String text = text(file);
        return switch (IncidentReader.read(text, file.toString(), variant, size, overrides())) {
            case Reading.Read(Incident incident) -> new Chosen(incident, source(incident, text));
            case Reading.Refused(List<Problem> problems) -> throw RefusedException.of(problems);
        };
    }

    /**
     * What would be wrong with the same file, were it alone at another place.
     *
     * @throws RefusedException if the file cannot be read here
     */
    List<Problem> problemsAt(String place) throws RefusedException {
        return switch (IncidentReader.read(text(file), place, variant, size, overrides())) {
            case Reading.Read _ -> List.of();
            case Reading.Refused(List<Problem> problems) -> problems;
        };
    }

    /** The options that choose the same again, each ready for a shell. */
    List<String> again() {
        List<String> words = new ArrayList<>(List.of(file.toString()));
        words.addAll(choices());
        return words.stream().map(IncidentArguments::quoted).toList();
    }

    /** The options that choose the same of a file. */
    List<String> choices() {
        List<String> words = new ArrayList<>();
        addOption(words, "--variant", variant);
        addOption(words, "--size", size);
        addOption(words, "--strategy", strategy);
        addOption(words, "--traversal", traversal);
        addOption(words, "--seed", seed == null ? null : seed.toString());
        settings.forEach(setting -> addOption(words, "--set", setting));
        return words;
    }

    static String text(Path file) throws RefusedException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RefusedException(file + ": there is no such file; give the path of an incident file", e);
        } catch (MalformedInputException e) {
            throw new RefusedException(file + ": is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new RefusedException(file + ": cannot be read (" + e + "); give the path of a readable incident file",
                    e);
        }
    }

    private List<String> overrides() {
        List<String> overrides = new ArrayList<>();
        if (strategy != null) {
            overrides.add("victim.strategy=" + strategy);
        }
        if (traversal != null) {
            overrides.add("victim.traversal=" + traversal);
        }
        if (seed != null) {
            overrides.add("traffic.seed=" + seed);
        }
        overrides.addAll(settings);
        return overrides;
    }

    private IncidentSource source(Incident incident, String text) {
        return new IncidentSource(file.toString(), incident.id(), incident.title(), incident.story(), incident
                .variant(),
                incident.size(), overrides(), sha256(text), text);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(
                    java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void addOption(List<String> words, String name, @Nullable String value) {
        if (value != null) {
            words.add(name);
            words.add(value);
        }
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
