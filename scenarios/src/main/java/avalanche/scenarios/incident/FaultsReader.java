package avalanche.scenarios.incident;

import avalanche.chaos.fault.Fault;
import avalanche.chaos.fault.PlatformFault;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code faults}. */
final class FaultsReader {
    /** The types of faults. */
    static final List<String> TYPES = List.of("slow-callback", "delete-pod", "kill-process", "freeze", "throttle-cpu",
            "custom-resource");
    /** The keys that belong to one type each. */
    private static final Map<String, List<String>> OWN = Map.of("slow-callback", List.of("delay", "mode"),
            "throttle-cpu", List.of("cpus"), "custom-resource", List.of("manifest"));
    private static final List<String> COMMON = List.of("type", "from", "after");
    private static final double LEAST_CPUS = 0.01;
    private static final double MOST_CPUS = 1024;

    private final Moments moments;
    private final Path folder;

    /** @param folder the incident file's, which paths in it start from */
    FaultsReader(List<Phase> phases, Path folder) {
        this.moments = new Moments(phases);
        this.folder = folder;
    }

    List<TimedFault> read(Section section) {
        List<TimedFault> faults = new ArrayList<>();
        section.sections().forEach((id, inner) -> {
            TimedFault fault = fault(id, inner);
            if (fault == null) {
                return;
            }
            for (TimedFault other : faults) {
                if (excludes(other.fault(), fault.fault()) && begin(other) < end(fault) && begin(fault) < end(other)) {
                    section.problems().add(inner.place(), inner.path(), "is in force at the same time as " + other.id()
                            + ", and both set " + what(fault.fault()), "one of them at a time");
                }
            }
            faults.add(fault);
        });
        return faults;
    }

    private @Nullable TimedFault fault(String id, Section section) {
        String type = section.required("type", String.join(", ", TYPES), Section.word(TYPES));
        Moments.Moment from = moments.begin(section);
        if (type == null) {
            return null;
        }
        foreign(section, type);
        Fault fault = ofType(type, section);
        String text = section.optional("until", String::strip);
        if (fault instanceof PlatformFault once && !once.lasts() && text != null) {
            section.problems().add(section.placeOf("until"), section.below("until"), "does not belong to " + type
                    + ", which is over at once", "no such key here");
            return null;
        }
        boolean lasts = text != null && text.matches("[0-9].*");
        Duration lasting = lasts
                ? section.optional("until", value -> Moments.seconds(value, Duration.ofSeconds(1)))
                : null;
        String until = lasts ? null : section.optional("until", Section.word(moments.names()));
        if (fault == null || from == null || (until != null && !follows(section, from.phase(), until))) {
            return null;
        }
        return new TimedFault(id, fault, from.phase(), from.after(), until, lasting);
    }

    private @Nullable Fault ofType(String type, Section section) {
        return switch (type) {
            case "delete-pod" -> new PlatformFault.DeletePod();
            case "kill-process" -> new PlatformFault.KillProcess();
            case "freeze" -> new PlatformFault.Freeze();
            case "throttle-cpu" -> throttle(section);
            case "custom-resource" -> ManifestReader.read(section, folder);
            default -> CallbackReader.read(section); // the word was checked above
        };
    }

    private static @Nullable Fault throttle(Section section) {
        Double cpus = section.required("cpus", "a number of processors, such as 0.2", text -> Quantity.decimal(text,
                LEAST_CPUS, MOST_CPUS));
        return cpus == null ? null : new PlatformFault.ThrottleCpu(cpus);
    }

    private static void foreign(Section section, String type) {
        List<String> own = OWN.getOrDefault(type, List.of());
        List<String> allowed = Stream.concat(COMMON.stream(), own.stream()).toList();
        OWN.values().stream().flatMap(List::stream).sorted().filter(key -> section.has(key) && !own.contains(key))
                .forEach(key -> section.problems().add(section.placeOf(key), section.below(key), "does not belong to "
                        + type, allowed, null));
    }

    private boolean follows(Section section, String from, String until) {
        List<String> names = moments.names();
        if (names.indexOf(until) > names.indexOf(from)) {
            return true;
        }
        section.problems().add(section.placeOf("until"), section.below("until"), "the phase '" + until
                + "' does not come after '" + from + "'", names.subList(names.indexOf(from) + 1, names.size()), null);
        return false;
    }

    /** Whether the two set one and the same thing, so that the end of one would end the other. */
    private static boolean excludes(Fault one, Fault other) {
        return one.type().equals(other.type()) && switch (one) {
            case Fault.SlowCallback _,PlatformFault.Freeze _,PlatformFault.ThrottleCpu _ -> true;
            case PlatformFault.DeletePod _,PlatformFault.KillProcess _,PlatformFault.CustomResource _ -> false;
        };
    }

    private static String what(Fault fault) {
        return switch (fault) {
            case Fault.SlowCallback _ -> "the callback's cost";
            case PlatformFault.Freeze _ -> "whether the process goes on";
            case PlatformFault.ThrottleCpu _ -> "the limit of processors";
            case PlatformFault.DeletePod _,PlatformFault.KillProcess _,PlatformFault.CustomResource _ -> "nothing";
        };
    }

    private long begin(TimedFault fault) {
        return moments.second(new Moments.Moment(fault.fromPhase(), fault.after()));
    }

    private long end(TimedFault fault) {
        Duration lasting = fault.lasting();
        if (lasting != null) {
            return begin(fault) + lasting.toSeconds();
        }
        return fault.untilPhase() == null ? Long.MAX_VALUE : moments.start(fault.untilPhase());
    }
}
