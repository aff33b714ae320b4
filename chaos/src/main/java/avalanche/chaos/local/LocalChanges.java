package avalanche.chaos.local;

import avalanche.chaos.keeper.Changes;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.TargetSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the next process of the service is started from. */
final class LocalChanges implements Changes {
    static final Set<Ability> ABILITIES = Set.of(Ability.ROLL, Ability.RESTART);

    private volatile TargetSpec spec;

    LocalChanges(TargetSpec spec) {
        this.spec = spec;
    }

    TargetSpec spec() {
        return spec;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Runnable revise(Revision revision) throws IOException {
        if (revision.image() != null) {
            throw new IOException("the image " + revision.image()
                    + " cannot be rolled out here: the local platform runs"
                    + " the service's jar of this machine; name settings only, or use docker or kubernetes");
        }
        Map<String, String> settings = revision.settings();
        return () -> spec = spec.with(settings);
    }

    @Override
    public void limit(@Nullable Long memoryBytes, @Nullable Double cpus) {
        throw new UnsupportedOperationException("a process of this machine has no limits that could be changed");
    }
}
