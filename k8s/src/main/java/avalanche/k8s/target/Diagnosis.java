package avalanche.k8s.target;

import avalanche.chaos.target.LifeReport;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.life.LifeLedger;
import avalanche.k8s.pods.ClusterEvent;
import avalanche.k8s.pods.Events;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All that a person needs who must find out what went wrong with the service in a cluster. */
final class Diagnosis {
    private static final int LINES = 20;
    private static final int MOST_EVENTS = 20;

    private final String namespace;
    private final LifeLedger ledger;
    private final PodBoard board;
    private final Undertaker undertaker;
    private final Events events;

    Diagnosis(Clients clients, String namespace, LifeLedger ledger, PodBoard board, Undertaker undertaker) {
        this.namespace = namespace;
        this.ledger = ledger;
        this.board = board;
        this.undertaker = undertaker;
        this.events = new Events(clients, namespace);
    }

    /** Lives, pods, events and last log lines. */
    String words() {
        List<String> lines = new ArrayList<>(List.of("namespace " + namespace));
        List<LifeReport> lives = ledger.reports();
        lives.forEach(life -> lines.add(life.words()));
        List<String> states = board.states();
        lines.addAll(states.isEmpty() ? List.of("no pod was seen") : states);
        ledger.gaps().forEach(gap -> lines.add(gap.words()));
        events(lines);
        if (!lives.isEmpty()) {
            int last = lives.getLast().number();
            lines.add("last lines of " + undertaker.file(last) + ":");
            List<String> log = undertaker.lastLines(last);
            log.subList(Math.max(0, log.size() - LINES), log.size()).forEach(line -> lines.add("  | " + line));
            undertaker.remarks(last).forEach(remark -> lines.add("  reading it: " + remark));
        }
        return String.join("\n", lines);
    }

    private void events(List<String> lines) {
        try {
            List<ClusterEvent> all = events.list();
            lines.add("events, the last " + MOST_EVENTS + " of " + all.size() + ":");
            all.subList(Math.max(0, all.size() - MOST_EVENTS), all.size()).forEach(event -> lines.add("  " + event
                    .words()));
        } catch (IOException e) {
            lines.add(String.valueOf(e.getMessage()));
        }
    }
}
