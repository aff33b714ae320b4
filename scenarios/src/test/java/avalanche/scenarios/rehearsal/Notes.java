package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import java.util.List;
import java.util.function.Consumer;

/**
 * Progress that keeps its notes.
 *
 * @param begun is run when a run's traffic begins
 * @param heard is told of each note, in the thread that it comes from
 */
record Notes(List<String> notes, Runnable begun, Consumer<String> heard) implements Progress {
    Notes(List<String> notes) {
        this(notes, () -> {}, _ -> {});
    }

    @Override
    public void note(String text) {
        notes.add(text);
        heard.accept(text);
    }

    @Override
    public void begins(String run, List<PhaseSpan> phases) {
        begun.run();
    }

    @Override
    public void second(Second second) {}

    @Override
    public void ends() {}
}
