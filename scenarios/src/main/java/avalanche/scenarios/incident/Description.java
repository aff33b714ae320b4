package avalanche.scenarios.incident;

import avalanche.chaos.fault.Delay;
import avalanche.chaos.fault.Fault.SlowCallback;
import avalanche.chaos.fault.PlatformFault;
import avalanche.chaos.target.Container;
import avalanche.chaos.target.Liveness;
import avalanche.results.verdict.Symptom;
import avalanche.scenarios.traffic.TrafficPlan;
import avalanche.scenarios.traffic.TrafficPlan.Kind;
import avalanche.scenarios.traffic.TrafficPlan.Phase;
import avalanche.scenarios.traffic.TrafficPlan.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plan of an incident in prose, with the time and memory it is expected to take. */
public final class Description {
    private final StringBuilder text = new StringBuilder();
    private final Incident incident;

    private Description(Incident incident) {
        this.incident = incident;
    }

    /** Several paragraphs that end with a line break. */
    public static String of(Incident incident) {
        Description description = new Description(incident);
        description.head();
        description.victim();
        description.traffic();
        description.faults();
        description.mitigations();
        description.expectations("Conditions, without which the experiment did not take place:", incident
                .conditions());
        description.expectations("Symptoms, which the incident must show and the control must not:", incident
                .symptoms());
        description.cost();
        return description.text.toString();
    }

    private void head() {
        line(incident.id() + ": " + incident.title());
        line("variant " + incident.variant() + ", size " + incident.size());
        line("");
        incident.story().lines().forEach(this::line);
    }

    private void victim() {
        Victim victim = incident.victim();
        heading("The service");
        line("Orders in the map '" + victim.strategy() + "', heap limited to " + Words.size(victim.heapBytes()) + ".");
        container(victim.container());
        if (!victim.jvmOptions().isEmpty()) {
            line("JVM options: " + String.join(" ", victim.jvmOptions()));
        }
        victim.settings().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(setting -> line("Setting "
                + setting.getKey() + " = " + setting.getValue()));
        if (victim.plugins() != null) {
            line("Maps of your own: " + victim.plugins());
        }
        Traversal traversal = victim.traversal();
        if (traversal != null) {
            List<String> limits = traversal.limits().entrySet().stream().map(limit -> limit.getKey() + " " + limit
                    .getValue()).toList();
            line("Walks are done in the mode '" + traversal.mode() + "'" + (limits.isEmpty() ? "" : ": ") + Words.list(
                    limits) + ".");
        }
        SlowCallback callback = victim.callback();
        line(callback == null
                ? "A full walk costs nothing per entry beyond its own work."
                : "A full walk costs " + cost(callback) + " per entry when all is well.");
    }

    private void container(Container container) {
        String cpus = Words.number(container.cpus()) + (container.cpus() == 1 ? " processor" : " processors");
        line("In a container: " + Words.size(container.memoryBytes()) + " and " + cpus + ", the heap limited to "
                + Words.size(container.heapBytes()) + ", so that "
                + (container.heapBytes() >= container.memoryBytes() ? "the kernel" : "the JVM")
                + " ends it where it keeps too much.");
        Liveness liveness = container.liveness();
        if (liveness != null) {
            line("There it is killed where it does not answer within " + Words.of(liveness.timeout()) + ", "
                    + liveness.failures() + " times in a row, asked every " + Words.of(liveness.period()) + ".");
        }
    }

    private void traffic() {
        TrafficPlan plan = incident.traffic();
        heading("The traffic, in the control and in the incident alike");
        List<Walks.Load> healthy = Walks.of(incident, false);
        for (int index = 0; index < healthy.size(); index++) {
            Phase phase = plan.phases().get(index);
            line("- " + phase.name() + ", " + Words.of(phase.duration()) + ": " + rates(phase) + "; about "
                    + Words.number(healthy.get(index).entries()) + " entries at its end");
        }
        line("Requests time out after " + Words.of(plan.timeout()) + "; orders carry " + Words.size(plan.payloadBytes())
                + "; seed " + plan.seed() + "; " + plan.users() + " virtual users; connections "
                + Choice.word(plan.connections()) + ".");
        if (!plan.longPoll().isZero()) {
            line("Reads wait up to " + Words.of(plan.longPoll()) + " for their order to change.");
        }
        TrafficPlan.Retry retry = plan.retry();
        if (retry != null) {
            line("Failed requests are sent again up to " + retry.attempts() + " times, after "
                    + Words.of(retry.backOff()) + " each.");
        }
    }

    private static String rates(Phase phase) {
        List<String> rates = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Rate rate = phase.rates().get(kind);
            if (rate != null) {
                String change = rate.from() == rate.to() ? "" : " -> " + Words.number(rate.to()) + "/s";
                rates.add(kind.id() + " " + Words.number(rate.from()) + "/s" + change);
            }
        }
        return rates.isEmpty() ? "no requests" : String.join(", ", rates);
    }

    private void faults() {
        heading(incident.faults().size() > 1
                ? "The faults, in the incident only"
                : "The fault, in the incident only");
        if (incident.faults().isEmpty()) {
            line("None: the incident differs from the control in nothing.");
        }
        for (TimedFault fault : incident.faults()) {
            String what = switch (fault.fault()) {
                case SlowCallback slow -> "a full walk costs " + cost(slow) + " per entry";
                case PlatformFault platform -> platform.words();
            };
            line("- " + fault.id() + ", from " + moment(fault.after(), fault.fromPhase()) + end(fault) + ": " + what
                    + ".");
        }
        Walks.of(incident, true).stream().filter(load -> load.utilisation() > 1).forEach(this::overload);
    }

    private static String moment(Duration after, String phase) {
        return (after.isZero() ? "the start of " : Words.of(after) + " after the start of ") + phase;
    }

    private static String end(TimedFault fault) {
        if (fault.fault() instanceof PlatformFault platform && !platform.lasts()) {
            return "";
        }
        Duration lasting = fault.lasting();
        if (lasting != null) {
            return " for " + Words.of(lasting);
        }
        return fault.untilPhase() == null ? " to the end" : " until " + fault.untilPhase() + " begins";
    }

    private void mitigations() {
        if (incident.mitigations().isEmpty()) {
            return;
        }
        heading("Mitigations to try, each with --mitigation and its name");
        for (TimedMitigation each : incident.mitigations()) {
            line("- " + each.title() + " (" + each.id() + "): " + each.mitigation().type() + ", " + each.mitigation()
                    .words() + ", " + moment(each.after(), each.fromPhase()) + ".");
            String about = each.about();
            if (about != null) {
                about.lines().forEach(text -> line("  " + text));
            }
        }
    }

    private void overload(Walks.Load load) {
        String theory = "In " + load.phase().name() + " a walk takes about " + Words.of(load.each()) + " and "
                + Words.number(load.perSecond()) + " arrive each second: T x D = " + Words.number(load.utilisation());
        double growth = Walks.mean(load.phase()) * (1 - 1 / load.utilisation());
        line(theory + ".");
        line("Where walks and writes exclude each other, requests in flight then grow by about " + Words.number(growth)
                + " a second, W x (1 - 1 / (T x D)).");
    }

    private void expectations(String heading, List<Symptom> symptoms) {
        if (symptoms.isEmpty()) {
            return;
        }
        heading(heading);
        symptoms.forEach(symptom -> line("- " + SymptomWords.of(symptom)));
    }

    private void cost() {
        Estimate estimate = Estimate.of(incident);
        heading("What it takes, about");
        line("Time: " + clock(estimate.both()) + " for control and incident, " + clock(estimate.run()) + " each.");
        line("Memory: " + Words.size(rounded(estimate.totalBytes())) + ": the service "
                + Words.size(rounded(estimate.victimBytes())) + ", the injector "
                + Words.size(rounded(estimate.injectorBytes())) + ", the rehearsal itself "
                + Words.size(rounded(estimate.harnessBytes())) + ".");
    }

    private static String cost(SlowCallback callback) {
        String delay = switch (callback.delay()) {
            case Delay.Fixed(Duration value) -> Words.of(value);
            case Delay.Uniform(Duration min, Duration max) -> Words.of(min) + " to " + Words.of(max);
            case Delay.LogNormal(Duration median, double sigma) -> "log-normally " + Words.of(median) + " (sigma "
                    + Words.number(sigma) + ")";
        };
        String spent = switch (callback.mode()) {
            case PARK -> "asleep";
            case SPIN -> "busy";
            case MIXED -> "half asleep, half busy";
        };
        return delay + " (" + spent + ")";
    }

    private static long rounded(long bytes) {
        return (bytes + (5L << 20)) / (10L << 20) * (10L << 20);
    }

    private static String clock(Duration duration) {
        return duration.toMinutes() == 0
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private void heading(String heading) {
        line("");
        line(heading);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
