package avalanche.results.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One life of victim and injector under one configuration, as it was seen.
 *
 * @param role what the run is for
 * @param platform where it ran, such as {@code local}
 * @param strategy the map strategy's id
 * @param traversal the mode that the service's walks were done in, {@link #NATURAL} where nothing was chosen
 * @param startedAt wall-clock instant of second 0
 * @param phases the schedule's phases, in order, without gaps
 * @param seconds the timeline, ascending
 * @param lives the service's lives, in order
 * @param receipts what was applied and whether it landed
 * @param fidelity how well the injector kept to the schedule
 * @param intervention the mitigation that was ordered in the middle of it, null where none was
 * @param unseen when the platform told nothing, in order; empty where it always did
 */
public record Run(Role role, String platform, String strategy, String traversal, Instant startedAt,
        List<PhaseSpan> phases, List<Second> seconds, List<Life> lives, List<Receipt> receipts, Fidelity fidelity,
        @Nullable Intervention intervention, List<Unseen> unseen) {
    /** The strategy's own way to walk. */
    public static final String NATURAL = "natural";

    /** What a run is for. */
    public enum Role {
        /** The same traffic without the fault. */
        CONTROL,
        /** The traffic with the fault. */
        INCIDENT;

        /** Lower-case name, used for folders and labels. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The strategy, and the mode of its walks where one was chosen: {@code 'dual-map' walked 'held'}. */
    public String map() {
        return "'" + strategy + "'" + (traversal.equals(NATURAL) ? "" : " walked '" + traversal + "'");
    }

    public Run {
        phases = List.copyOf(phases);
        seconds = List.copyOf(seconds);
        lives = List.copyOf(lives);
        receipts = List.copyOf(receipts);
        unseen = List.copyOf(unseen);
    }

    /** A run in which nothing was ordered and nothing unseen. */
    public Run(Role role, String platform, String strategy, String traversal, Instant startedAt, List<PhaseSpan> phases,
            List<Second> seconds, List<Life> lives, List<Receipt> receipts, Fidelity fidelity) {
        this(role, platform, strategy, traversal, startedAt, phases, seconds, lives, receipts, fidelity, null,
                List.of());
    }

    /** The same run, in which this was ordered. */
    public Run with(@Nullable Intervention ordered) {
        return new Run(role, platform, strategy, traversal, startedAt, phases, seconds, lives, receipts, fidelity,
                ordered, unseen);
    }
}
