package avalanche.scenarios.traffic;

import io.gatling.app.RunResult;
import io.gatling.app.Runner;
import io.gatling.app.Selection;
import io.gatling.app.SimulationClass;
import io.gatling.commons.util.DefaultClock;
import io.gatling.commons.util.GatlingVersion;
import io.gatling.core.CoreComponents;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.controller.inject.PopulationFlows;
import io.gatling.core.scenario.Population;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import scala.Option;
import scala.Tuple4;

/**
 * Runs one simulation inside this process, and nothing besides.
 *
 * <p>Gatling's own entry, {@code Gatling.main}, ends the process, makes its simulation through a constructor without parameters, and asks a
 * registry for a newer version at every start. Its {@code Runner} is private by Scala's rules but open to a subclass by the class file's;
 * overriding three of its steps does without all that. What is used of it is pinned to the version in the parent's pom.
 */
final class GatlingRun extends Runner {
    private static final int SHUTDOWN_MILLIS = 1_000;

    private final Supplier<? extends Simulation> simulation;
    private final LastOutcome lastOutcome;

    private GatlingRun(ActorSystem system, EventLoopGroup eventLoops, GatlingConfiguration configuration,
            Supplier<? extends Simulation> simulation, LastOutcome lastOutcome) {
        super(system, eventLoops, new DefaultClock(), arguments(), configuration);
        this.simulation = simulation;
        this.lastOutcome = lastOutcome;
    }

    /** Runs a simulation to its end. It is made when Gatling is ready for it: its constructor reads Gatling's configuration. */
    static RunResult run(Supplier<? extends Simulation> simulation, LastOutcome lastOutcome) {
        GatlingConfiguration configuration = GatlingConfiguration.load();
        int eventLoops = Runtime.getRuntime().availableProcessors();
        EventLoopGroup group = Transports.newEventLoopGroup(true, false, eventLoops, "gatling");
        try (ActorSystem system = new ActorSystem()) {
            return new GatlingRun(system, group, configuration, simulation, lastOutcome).run();
        } finally {
            group.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MILLIS);
        }
    }

    /** Gatling's version. */
    static String version() {
        return GatlingVersion.ThisVersion().fullVersion();
    }

    /** Asks nobody for a newer version. */
    @Override
    public void displayVersionWarning() {
        // the inherited step calls a registry over the network
    }

    @Override
    public Tuple4<SimulationParams, RunMessage, CoreComponents, PopulationFlows<String, Population>> load(
            Selection selection) {
        return super.load(new Selection(new Made(simulation), selection.simulationId(), selection.description()));
    }

    @Override
    public StatsEngine newStatsEngine(SimulationParams parameters, RunMessage message) {
        return new OutcomeListener(super.newStatsEngine(parameters, message), lastOutcome);
    }

    private static GatlingArgs arguments() {
        Option<String> none = Option.empty();
        return new GatlingArgs(Option.apply(TrafficSimulation.class.getName()), none, true, none, Option.empty(), none,
                none);
    }

    /** A simulation made by us rather than by reflection. */
    private static final class Made extends SimulationClass {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<? extends Simulation> simulation;

        Made(Supplier<? extends Simulation> simulation) {
            super(TrafficSimulation.class);
            this.simulation = simulation;
        }

        @Override
        public SimulationParams params() {
            Simulation made = simulation.get();
            return made.params(made.getClass().getSimpleName());
        }

        @Override
        public int productArity() {
            return 0;
        }

        @Override
        public Object productElement(int n) {
            throw new IndexOutOfBoundsException(n);
        }

        @Override
        public boolean canEqual(Object that) {
            return that instanceof Made;
        }
    }
}
