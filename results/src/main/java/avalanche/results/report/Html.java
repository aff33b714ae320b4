package avalanche.results.report;

import java.util.List;
import java.util.stream.Collectors;

/** Escaping and the few HTML forms that every section of the report uses. */
final class Html {
    private Html() {}

    /** Text made safe for element content and for double-quoted attributes. */
    static String text(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.chars().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }

    static String section(String id, String title, String body) {
        return "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">\n<h2 id=\"" + id + "-h\">" + text(title)
                + "</h2>\n" + body + "</section>\n";
    }

    /** A table that scrolls by itself on narrow screens; {@code rows} are finished {@code tr} elements. */
    static String table(String label, List<String> heads, List<String> rows) {
        String head = heads.stream().map(name -> "<th scope=\"col\">" + text(name) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(label) + "\"><table>"
                + "<caption class=\"sr\">" + text(label) + "</caption><thead><tr>" + head + "</tr></thead>\n<tbody>"
                + String.join("\n", rows) + "</tbody></table></div>\n";
    }

    /** A row whose first cell, finished HTML like the others, is its header. */
    static String row(String first, String... cells) {
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">").append(first).append("</th>");
        for (String cell : cells) {
            row.append(cell);
        }
        return row.append("</tr>").toString();
    }

    static String cell(String raw) {
        return "<td>" + text(raw) + "</td>";
    }

    static String number(String raw) {
        return "<td class=\"n\">" + text(raw) + "</td>";
    }

    /** A word with a shape and a colour: {@code good}, {@code bad}, {@code bad shown}, {@code warn}, else muted. */
    static String chip(String tone, String word) {
        String shape = switch (tone) {
            case "good", "bad shown" -> "M2 6.5 5 9.5 10 3";
            case "bad" -> "M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5";
            case "warn" -> "M6 1.5V7M6 9.2V10.5";
            default -> "M2 6H10";
        };
        return "<span class=\"chip " + tone + "\"><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"" + shape
                + "\"/></svg>" + text(word) + "</span>";
    }

    static String list(List<String> items, String cssClass) {
        return items.isEmpty() ? ""
                : items.stream().map(item -> "<li>" + text(item) + "</li>")
                        .collect(Collectors.joining("", "<ul class=\"" + cssClass + "\">", "</ul>"));
    }
}
