package avalanche.results.verdict;

import avalanche.results.evidence.Life;
import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Run;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A window, resolved in one run.
 *
 * @param from first second
 * @param to last second, exclusive; the second of a death that cuts the window is already out
 * @param phaseEnd where the window would end without a death
 * @param stretch length of the stretches that the statistic is taken over, at most the window's own
 * @param note what the resolution changed, null where nothing
 * @param ordered whether the order of a mitigation cut it
 */
record Span(int from, int to, int phaseEnd, int stretch, @Nullable String note, boolean ordered) {
    /** Resolves a window; null where the run has no such phase. */
    static @Nullable Span of(Window window, Run run) {
        PhaseSpan phase = phase(run, window.phase());
        if (phase == null) {
            return null;
        }
        int end = window.toEnd() ? Math.max(phase.toSecond(), lastSecond(run) + 1) : phase.toSecond();
        int to = end;
        String note = null;
        OptionalDouble death = firstDeath(run, phase.fromSecond());
        if (window.untilDeath() && death.isPresent() && death.getAsDouble() < end) {
            to = (int) Math.floor(death.getAsDouble());
            note = "cut by the death in second " + to;
        }
        Order order = Order.of(run);
        boolean ordered = false;
        if (order != null) {
            int cut = Math.max(phase.fromSecond(), order.second());
            end = Math.min(end, cut);
            ordered = order.second() < to;
            to = Math.min(to, cut);
            note = ordered ? "cut by the order in second " + order.second() : note;
        }
        Integer worst = window.worstOfSeconds();
        int length = to - phase.fromSecond();
        if (worst != null && worst > length) {
            note = (note == null ? "" : note + ", ") + "shorter than " + worst + " s, so taken whole";
        }
        return new Span(phase.fromSecond(), to, end, worst == null ? length : Math.min(worst, length), note,
                ordered);
    }

    static @Nullable PhaseSpan phase(Run run, String name) {
        return run.phases().stream().filter(phase -> phase.name().equals(name)).findFirst().orElse(null);
    }

    /** The first death at or after a second. */
    static OptionalDouble firstDeath(Run run, int from) {
        return deaths(run).stream().mapToDouble(Span::end).filter(end -> end >= from).min();
    }

    static List<Life> deaths(Run run) {
        return run.lives().stream().filter(life -> life.ending().isDeath() && life.endedSecond() != null).toList();
    }

    private static double end(Life life) {
        Double end = life.endedSecond();
        return end == null ? Double.POSITIVE_INFINITY : end;
    }

    private static int lastSecond(Run run) {
        return run.seconds().isEmpty() ? -1 : run.seconds().getLast().second();
    }

    boolean contains(int second) {
        return second >= from && second < to;
    }

    /** First seconds of all stretches that fit. */
    IntStream starts() {
        return IntStream.rangeClosed(from, to - stretch);
    }

    boolean isEmpty() {
        return to <= from;
    }
}
