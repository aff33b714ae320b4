package avalanche.k8s.manifest;

import avalanche.chaos.image.ContainerPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The service's arguments with its settings taken out, for a file that is mounted instead.
 *
 * @param arguments what stays: the JVM's, the jar, and where the file is
 * @param settings the service's settings
 */
record VictimSettings(List<String> arguments, SortedMap<String, String> settings) {
    /** The file's name, as the service looks for it. */
    static final String FILE = "application.properties";

    private static final String LOCATION = "--spring.config.additional-location=file:" + ContainerPaths.SETTINGS + "/";

    VictimSettings {
        arguments = List.copyOf(arguments);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Of whole arguments, in which a setting is {@code --name=value} after the jar. */
    static VictimSettings of(List<String> whole) {
        List<String> arguments = new ArrayList<>();
        SortedMap<String, String> settings = new TreeMap<>();
        for (String argument : whole) {
            int equals = argument.indexOf('=');
            if (arguments.contains("-jar") && argument.startsWith("--") && equals > 0) {
                settings.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                arguments.add(argument);
            }
        }
        arguments.add(LOCATION);
        return new VictimSettings(arguments, settings);
    }

    /** The settings as a Java properties file, by name. */
    String properties() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            text.append(escaped(setting.getKey(), true)).append('=').append(escaped(setting.getValue(), false)).append(
                    '\n');
        }
        return text.toString();
    }

    private static String escaped(String text, boolean name) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || (name && ":=#! ".indexOf(c) >= 0) || (c == ' ' && i == 0)) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
