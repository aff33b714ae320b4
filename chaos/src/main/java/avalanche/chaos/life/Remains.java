package avalanche.chaos.life;

import java.util.List;

/**
 * What one life left behind.
 *
 * @param exitCode exit code, 128 + n for signal n
 * @param stopped whether the harness ended it
 * @param lastWords last lines of its log
 * @param crashReport the JVM's report of its own crash, its first lines; empty where it wrote none
 * @param oomKills kernel OOM kills counted during the life
 */
public record Remains(int exitCode, boolean stopped, List<String> lastWords, List<String> crashReport,
        OomKills oomKills) {
    public Remains {
        lastWords = List.copyOf(lastWords);
        crashReport = List.copyOf(crashReport);
    }
}
