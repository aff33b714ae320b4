package avalanche.scenarios.rehearsal;

import avalanche.chaos.fault.PlatformFault;
import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Platform;
import avalanche.scenarios.incident.TimedFault;
import avalanche.scenarios.incident.TimedMitigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan asks of its platform beyond running a service. */
final class Needs {
    /**
     * One of them.
     *
     * @param what who asks, such as {@code the mitigation more-replicas}
     * @param ability what the platform must be able to do
     */
    record Need(String what, Ability ability) {}

    private Needs() {}

    static List<Need> of(RehearsalPlan plan) {
        List<Need> needs = new ArrayList<>();
        TimedMitigation mitigation = plan.mitigation();
        if (mitigation != null) {
            needs.add(new Need("the mitigation " + mitigation.id(), mitigation.mitigation().needs()));
        }
        for (TimedFault fault : plan.incident().faults()) {
            if (fault.fault() instanceof PlatformFault platform) {
                needs.add(new Need("the fault " + fault.id(), platform.needs()));
            }
        }
        return needs;
    }

    /**
     * Sees that the platform can do everything.
     *
     * @param elsewhere what other platforms can do, by name
     * @throws RehearsalException naming the first thing that it cannot do, who asks for it, and which platforms can
     */
    static void require(Platform platform, List<Need> needs, Map<String, Set<Ability>> elsewhere)
            throws RehearsalException {
        Set<Ability> abilities = platform.abilities();
        for (Need need : needs) {
            if (!abilities.contains(need.ability())) {
                List<String> able = elsewhere.entrySet().stream().filter(other -> other.getValue().contains(need
                        .ability())).map(Map.Entry::getKey).sorted().toList();
                throw new RehearsalException("platform " + platform.name() + " cannot " + need.ability().words()
                        + ", as "
                        + need.what() + " needs; " + (able.isEmpty()
                                ? "no platform can"
                                : String.join(" and ", able) + " can: choose it with --platform"));
            }
        }
    }
}
