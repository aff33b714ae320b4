package avalanche.scenarios.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedTest {
    private final List<String> ended = new ArrayList<>();

    @Test
    void endsInReverseAndOnce() {
        Started started = new Started(new Notes(new ArrayList<>()));
        started.add(() -> ended.add("service"));
        started.add(() -> ended.add("injector"));

        started.close();
        started.close();

        assertThat(ended).containsExactly("injector", "service");
    }

    @Test
    void whatComesTooLateIsEndedAtOnce() {
        Started started = new Started(new Notes(new ArrayList<>()));
        started.close();

        started.add(() -> ended.add("late"));

        assertThat(ended).containsExactly("late");
    }
}
