package avalanche.chaos.disruption;

import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.LifeReport;
import java.io.IOException;

/** SIGKILL to a life's process; the life's end with the exit code of that signal proves it. Nothing of it is undone. */
public final class Kill implements Disruption {
    private static final int SIGKILLED = 128 + 9;

    private final Disruptable life;
    private String observed;
    private boolean landed;

    private Kill(Disruptable life) {
        this.life = life;
        this.observed = "SIGKILL was sent to " + life.place() + "; its end was not seen yet";
    }

    /**
     * Sends it.
     *
     * @throws IOException if it could not be sent
     */
    public static Kill of(Disruptable life) throws IOException {
        Kill kill = new Kill(life);
        life.signal(Signal.KILL);
        return kill;
    }

    @Override
    public synchronized String observed() {
        return observed;
    }

    @Override
    public synchronized boolean landed() {
        return landed;
    }

    @Override
    public synchronized void observe() {
        LifeReport report = life.report();
        Integer code = report.exitCode();
        if (landed || report.endedAt() == null) {
            return;
        }
        landed = code != null && code == SIGKILLED;
        observed = "SIGKILL was sent to " + life.place() + "; life " + report.number() + " ended at " + report.endedAt()
                + (code == null ? ", its exit code is not known" : " with exit code " + code)
                + (report.evidence().isEmpty() ? "" : " (" + String.join("; ", report.evidence()) + ")");
    }

    @Override
    public void undo() {
        // A process that was killed stays dead; the platform starts the next one.
    }
}
