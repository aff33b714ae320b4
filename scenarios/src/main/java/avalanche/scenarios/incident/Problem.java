package avalanche.scenarios.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an incident file or with an argument that changes it.
 *
 * @param place where it stands
 * @param path the key it is about, such as {@code victim.strategy}; empty for the document as a whole
 * @param message what is wrong, with the value
 * @param allowed what would be right: values or forms, may be empty
 * @param nearest the known spelling that is nearest to the one given, null where none is near
 */
public record Problem(Place place, String path, String message, List<String> allowed, @Nullable String nearest) {
    /** More of a line than this is not shown. */
    private static final int WIDEST = 160;

    public Problem {
        allowed = List.copyOf(allowed);
    }

    /** One line with place, path, message, what is allowed and the nearest spelling; then the offending line with a caret under the place. */
    public String render() {
        StringBuilder text = new StringBuilder(place.toString()).append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(message);
        if (!allowed.isEmpty()) {
            text.append("; allowed: ").append(String.join(", ", allowed));
        }
        if (nearest != null) {
            text.append("; did you mean '").append(nearest).append("'?");
        }
        if (!place.text().isBlank()) {
            text.append(excerpt());
        }
        return text.toString();
    }

    /** The part of the line around the place, and a caret under it. Tabs stay tabs above the caret, so that it stands right in every terminal. */
    private String excerpt() {
        String line = place.text();
        int caret = line.offsetByCodePoints(0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
        int begin = line.length() > WIDEST ? Math.max(0, caret - WIDEST / 2) : 0;
        int end = Math.min(line.length(), begin + WIDEST);
        String before = line.substring(begin, Math.min(caret, end)).replaceAll("[^\t]", " ");
        return "\n    " + line.substring(begin, end) + "\n    " + before + "^";
    }
}
