package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void isRenderedWithItsPlaceItsRemedyAndACaret() {
        String text = Sample.with("strategy: locked", "strategy: snapsot");
        assertThat(Sample.render(Sample.refused(text))).isEqualTo("""
                small.yaml:6:13: victim.strategy: unknown value 'snapsot'; allowed: locked, dual-map, segmented, \
                snapshot, concurrent, hash-trie; did you mean 'snapshot'?
                      strategy: snapsot
                                ^""");
    }

    @Test
    void longLinesAreCutAndTabsKeepTheCaretInItsColumn() {
        Place far = new Place("f.yaml", 3, 1001, "x".repeat(1000) + "y" + "z".repeat(1000));
        String[] lines = new Problem(far, "", "odd", List.of(), null).render().split("\n", -1);
        assertThat(lines[0]).isEqualTo("f.yaml:3:1001: odd");
        assertThat(lines[1]).hasSizeLessThan(200);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('y');
        Place tabbed = new Place("f.yaml", 1, 3, "\t\ta");
        assertThat(new Problem(tabbed, "", "odd", List.of(), null).render()).endsWith("\n    \t\ta\n    \t\t^");
    }

    @Test
    void everyProblemIsToldAtOnceAndEachOnce() {
        String text = """
                schema: 1
                id: a b
                victim:
                  strategy: Locked
                  heap: 1
                foo: 1
                traffic: {phases: {}}
                symptoms: {a: {bound: x}}
                """;
        assertThat(Sample.refused(text)).extracting(problem -> problem.place().line() + " " + problem.path())
                .containsExactly("1 title", "1 story", "2 id", "4 victim.strategy", "5 victim.heap", "6 foo",
                        "7 traffic.seed", "7 traffic.users", "7 traffic.phases", "8 symptoms.a.title",
                        "8 symptoms.a.metric", "8 symptoms.a.statistic", "8 symptoms.a.window");
    }

    @Test
    void aWrongKindIsOneProblemAndHidesWhatWouldStandInside() {
        assertThat(Sample.refused("schema: 1\nid: a\ntitle: t\nstory: s\nvictim: 5\ntraffic: []\nsymptoms: no\n"))
                .extracting(Problem::message).containsExactly("is the number 5", "is a list", "is the text 'no'");
    }

    @Test
    void whatIsNoDocumentIsToldAsSuch() {
        assertThat(Sample.render(Sample.refused(""))).startsWith("small.yaml:1:1: there is nothing in it");
        assertThat(Sample.render(Sample.refused("- a"))).startsWith("small.yaml:1:1: the document is a list");
        assertThat(Sample.render(Sample.refused(Sample.TEXT + "---\nid: b\n"))).contains("a second document begins");
        assertThat(Sample.render(Sample.refused("a: &x [*x]"))).contains("anchors and aliases are not part");
        assertThat(Sample.render(Sample.refused("? [a]\n: 1\n"))).contains("a key is a list; allowed: text");
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(Sample.render(Sample.refused("a: " + "[".repeat(100_000)))).contains(
                "nested too deeply; allowed: at most 20 levels");
        assertThat(Sample.render(Sample.refused("#" + "x".repeat(YamlText.LONGEST)))).contains(
                "characters; allowed: at "
                        + "most 262144");
    }
}
