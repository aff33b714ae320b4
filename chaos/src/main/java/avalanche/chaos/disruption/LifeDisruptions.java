package avalanche.chaos.disruption;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Disruptions of a service of which the harness itself keeps the lives. */
public final class LifeDisruptions implements Disruptions, AutoCloseable {
    private final Supplier<List<Disruptable>> lives;
    private final DisruptionLog log = new DisruptionLog();

    /** @param lives all of them so far, in order, whenever it is asked; they are alike in what can be done to them */
    public LifeDisruptions(Supplier<List<Disruptable>> lives) {
        this.lives = lives;
    }

    @Override
    public Set<Ability> abilities() {
        List<Disruptable> known = lives.get();
        return known.isEmpty() ? Set.of() : known.getFirst().abilities();
    }

    @Override
    public Disruption delete() {
        throw unsupported(Ability.DELETE);
    }

    @Override
    public Disruption kill() throws IOException {
        return log.add(Kill.of(oldest(Ability.KILL)));
    }

    @Override
    public Disruption freeze() throws IOException {
        return log.add(Freeze.of(oldest(Ability.FREEZE)));
    }

    @Override
    public Disruption throttle(double cpus) throws IOException {
        require(Ability.THROTTLE);
        return log.add(Throttle.of(this::limits, cpus));
    }

    @Override
    public Disruption apply(String manifest) {
        throw unsupported(Ability.CUSTOM_RESOURCE);
    }

    private Disruptable oldest(Ability ability) throws IOException {
        require(ability);
        return running().stream().findFirst().orElseThrow(() -> new IOException("no replica of the service runs: it"
                + " cannot be disrupted now"));
    }

    private List<Disruptable> running() {
        return lives.get().stream().filter(Disruptable::isAlive).toList();
    }

    private List<CpuLimit> limits() {
        List<CpuLimit> limits = new ArrayList<>();
        for (Disruptable life : running()) {
            CpuLimit limit = life.cpuLimit();
            if (limit != null) {
                limits.add(limit);
            }
        }
        return limits;
    }

    private void require(Ability ability) {
        if (!abilities().contains(ability)) {
            throw unsupported(ability);
        }
    }

    private static UnsupportedOperationException unsupported(Ability ability) {
        return new UnsupportedOperationException("this platform cannot " + ability.words()
                + "; use another platform, or leave it out");
    }

    /** Undoes what was done. */
    @Override
    public void close() {
        log.close();
    }
}
