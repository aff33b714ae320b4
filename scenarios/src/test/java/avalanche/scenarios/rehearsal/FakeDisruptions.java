package avalanche.scenarios.rehearsal;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Disruptions that keep what was done, and refuse as often as a test wants. */
final class FakeDisruptions implements Disruptions {
    final List<String> done = new ArrayList<>();
    int refusals;
    int refusedUndos;
    boolean landed = true;

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.DELETE, Ability.KILL, Ability.FREEZE, Ability.THROTTLE, Ability.CUSTOM_RESOURCE);
    }

    @Override
    public Disruption delete() throws IOException {
        return disrupt("delete");
    }

    @Override
    public Disruption kill() throws IOException {
        return disrupt("kill");
    }

    @Override
    public Disruption freeze() throws IOException {
        return disrupt("freeze");
    }

    @Override
    public Disruption throttle(double cpus) throws IOException {
        return disrupt("throttle " + cpus);
    }

    @Override
    public Disruption apply(String manifest) throws IOException {
        return disrupt("apply " + manifest);
    }

    private Disruption disrupt(String what) throws IOException {
        if (refusals-- > 0) {
            throw new IOException("no replica runs");
        }
        done.add(what);
        return new Disruption() {
            @Override
            public String observed() {
                return what + " was seen";
            }

            @Override
            public boolean landed() {
                return landed;
            }

            @Override
            public void observe() {}

            @Override
            public void undo() throws IOException {
                if (refusedUndos-- > 0) {
                    throw new IOException("the platform is away");
                }
                done.add("undo " + what);
            }
        };
    }
}
