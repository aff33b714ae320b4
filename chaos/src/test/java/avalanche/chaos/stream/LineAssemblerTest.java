package avalanche.chaos.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private final List<String> lines = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler(lines::add);

    private void piece(String text) throws InterruptedException {
        assembler.piece(text.getBytes(UTF_8));
    }

    @Test
    void aPieceIsNoLine() throws InterruptedException {
        piece("one\ntw");
        piece("o");
        piece("\n");
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aPieceMayHoldManyLinesAndEmptyOnes() throws InterruptedException {
        piece("one\n\ntwo\r\nthree\n");
        assertThat(lines).containsExactly("one", "", "two", "three");
    }

    @Test
    void theLastLineNeedsNoEnd() throws InterruptedException {
        piece("one\nlast");
        assembler.end();
        assembler.end();
        assertThat(lines).containsExactly("one", "last");
    }

    @Test
    void everyCutOfATextMakesTheSameLines() throws InterruptedException {
        byte[] text = "grün\nçok\n€€\n".getBytes(UTF_8);
        for (int cut = 0; cut <= text.length; cut++) {
            lines.clear();
            assembler.piece(Arrays.copyOfRange(text, 0, cut));
            assembler.piece(Arrays.copyOfRange(text, cut, text.length));
            assertThat(lines).as("cut at %d", cut).containsExactly("grün", "çok", "€€");
        }
    }

    @Test
    void aLineMayBeLongerThanAnyPiece() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            piece("x".repeat(16 << 10));
        }
        piece("\n");
        assertThat(lines).singleElement().asString().hasSize(100 * (16 << 10));
    }
}
