package avalanche.victim.bench;

import java.util.List;

/** The post-mortem's comparison, and its figures judged by ours. */
final class PostMortemSection {
    private final List<PostMortemRow> rows;
    private final int processors;

    PostMortemSection(List<PostMortemRow> rows, int processors) {
        this.rows = rows;
        this.processors = processors;
    }

    String render() {
        StringBuilder text = new StringBuilder();
        rows.stream().findFirst().ifPresent(row -> text.append(Figures.count(row.clients())).append(
                " virtual threads that read and write alike often and give way after each operation, ").append(Figures
                        .count(row.keys())).append(
                                " keys, values of 64 bytes; medians of the rounds, the longest of all.")
                .append("\n"));
        for (int freshPercent : rows.stream().map(PostMortemRow::freshPercent).distinct().sorted().toList()) {
            text.append(freshPercent == 0 ? "\nEvery write replaces an order:\n\n"
                    : "\n" + freshPercent + " % of the writes have a new key:\n\n").append(table(freshPercent)).append(
                            "\n").append(judged(freshPercent));
        }
        return text.toString();
    }

    private String table(int freshPercent) {
        Table table = new Table(List.of("map", "operations", "p50", "p99", "", "longest"));
        double reference = p99(Maps.REFERENCE, freshPercent);
        rows.stream().map(PostMortemRow::map).distinct().forEach(map -> {
            List<PostMortemRow> rounds = of(map, freshPercent);
            table.row(List.of("`" + map + "`", Figures.rate(Medians.of(rounds.stream().map(PostMortemRow::operations)
                    .toList())), Figures.time(Medians.of(rounds.stream().map(PostMortemRow::p50).toList())), Figures
                            .time(p99(map, freshPercent)), Figures.ratio(p99(map, freshPercent) / reference), Figures
                                    .time((double) rounds.stream().mapToLong(PostMortemRow::max).max().orElse(0))));
        });
        return table.render();
    }

    private String judged(int freshPercent) {
        Claim claim = new Claim(p99("locked", freshPercent), p99("dual-map", freshPercent), p99("segmented",
                freshPercent), processors);
        return claim.measured() ? claim.judged() : "";
    }

    private double p99(String map, int freshPercent) {
        List<PostMortemRow> rounds = of(map, freshPercent);
        return rounds.isEmpty() ? Double.NaN : Medians.of(rounds.stream().map(PostMortemRow::p99).toList());
    }

    private List<PostMortemRow> of(String map, int freshPercent) {
        return rows.stream().filter(row -> row.map().equals(map) && row.freshPercent() == freshPercent).toList();
    }
}
