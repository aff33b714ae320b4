package avalanche.scenarios.cli;

import java.util.ArrayList;
import java.util.List;

/** What a terminal shows after a text with "up one line and clear to the end of the screen" in it. */
final class Screen {
    private Screen() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("\033[1A\r\033[J", i)) {
                lines.removeLast();
                i += "\033[1A\r\033[J".length();
            } else {
                int end = text.indexOf('\n', i);
                lines.add(text.substring(i, end));
                i = end + 1;
            }
        }
        return lines;
    }
}
