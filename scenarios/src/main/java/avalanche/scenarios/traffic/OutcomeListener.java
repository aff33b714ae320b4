package avalanche.scenarios.traffic;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import scala.Option;
import scala.collection.immutable.List;

/** Listens where Gatling reports each request: the one place where it tells why a request failed. Everything else goes to Gatling's own. */
final class OutcomeListener implements StatsEngine {
    private final StatsEngine gatling;
    private final LastOutcome last;
    private final FailureMessages failures = new FailureMessages();

    OutcomeListener(StatsEngine gatling, LastOutcome last) {
        this.gatling = gatling;
        this.last = last;
    }

    @Override
    public void logResponse(String scenario, List<String> groups, String request, long start, long end, Status status,
            Option<String> code, Option<String> message) {
        last.put(request, code.isDefined()
                ? new RequestOutcome.Answered(Integer.parseInt(code.get()))
                : failures.outcome(message.isDefined() ? message.get() : "no message"));
    }

    @Override
    public void logRequestCrash(String scenario, List<String> groups, String request, String error) {
        last.put(request, failures.outcome(error));
        gatling.logRequestCrash(scenario, groups, request, error);
    }

    @Override
    public void start() {
        gatling.start();
    }

    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> crash) {
        gatling.stop(controller, crash);
    }

    @Override
    public void logUserStart(String scenario) {
        gatling.logUserStart(scenario);
    }

    @Override
    public void logUserEnd(String scenario) {
        gatling.logUserEnd(scenario);
    }

    @Override
    public void logGroupEnd(String scenario, GroupBlock group, long exit) {
        gatling.logGroupEnd(scenario, group, exit);
    }
}
