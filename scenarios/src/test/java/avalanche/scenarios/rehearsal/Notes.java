package avalanche.scenarios.rehearsal;

import avalanche.results.evidence.PhaseSpan;
import avalanche.results.evidence.Second;
import java.util.List;

/** Progress that keeps its notes. */
record Notes(List<String> notes) implements Progress {
    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void begins(String run, List<PhaseSpan> phases) {}

    @Override
    public void second(Second second) {}

    @Override
    public void ends() {}
}
