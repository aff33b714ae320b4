package avalanche.victim.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.setting.InvalidSetting;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class TraversalReaderTest {
    private static final TraversalSetting USUAL = Walks.setting(TraversalMode.NATURAL, 64, 20, 250, 10_000);

    private final JsonMapper json = new JsonMapper();

    @Test
    void readsEachModeWithItsNumbers() {
        assertThat(read("{'mode': 'paged', 'batch': 32, 'pagesPerSecond': 5}")).isEqualTo(Walks.setting(
                TraversalMode.PAGED, 32, 5, 250, 10_000));
        assertThat(read("{'mode': 'bounded', 'deadlineMillis': 1, 'entriesPerSecond': 1000000}")).isEqualTo(Walks
                .setting(TraversalMode.BOUNDED, 64, 20, 1, 1_000_000));
        assertThat(read("{'mode': 'yielding', 'batch': 8}").limit(Limit.BATCH)).isEqualTo(8);
        assertThat(read("{'mode': 'yielding-held'}").limit(Limit.BATCH)).isEqualTo(64);
    }

    @ParameterizedTest
    @EnumSource(TraversalMode.class)
    void readsAgainWhatASettingSaysOfItself(TraversalMode mode) {
        TraversalSetting setting = new TraversalSetting(mode, USUAL.limits());
        assertThat(read(json.writeValueAsString(setting.document()))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{'mode': 'pagd'} | mode is 'pagd'; allowed: natural, held, copied, yielding, yielding-held, paged, bounded; nearest: paged",
        "{} | mode is missing; allowed: natural, held", "{'mode': 5} | mode is 5; allowed: natural",
        "{'mode': null} | mode is null; allowed: natural",
        "{'mode': 'paged', 'bach': 5} | bach is 5; allowed: no such field with paged, which has: mode, batch, pagesPerSecond; nearest: batch",
        "{'mode': 'paged', 'deadlineMillis': 5} | deadlineMillis is 5; allowed: no such field with paged",
        "{'mode': 'natural', 'batch': 5} | batch is 5; allowed: no such field with natural, which has: mode",
        "{'mode': 'paged', 'batch': 0} | batch is 0; allowed: a whole number from 1 to 1000000",
        "{'mode': 'paged', 'batch': 1000001} | batch is 1000001; allowed",
        "{'mode': 'paged', 'batch': 2.5} | batch is 2.5; allowed",
        "{'mode': 'paged', 'batch': '5'} | batch is \"5\"; allowed",
        "{'mode': 'paged', 'batch': 99999999999999999999} | batch is 99999999999999999999; allowed",
        "{'mode': 'paged', 'pagesPerSecond': -1} | pagesPerSecond is -1; allowed: a whole number from 1 to 10000",
        "{'mode': 'bounded', 'deadlineMillis': 3600001} | deadlineMillis is 3600001; allowed: a whole number from 1 to 3600000",
        "{'mode': 'bounded', 'entriesPerSecond': null} | entriesPerSecond is null; allowed",
        "[] | body is []; allowed: an object with mode",
        "5 | body is 5; allowed: an object", "{ | body is no JSON; allowed: an object with mode",
        "{} {} | body is no JSON"})
    void namesWhatIsWrong(String document, String message) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(InvalidSetting.class).hasMessageStartingWith(message
                .strip().replace("\\\"", "\""));
    }

    @Test
    void anEmptyBodyIsNoObject() {
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidSetting.class).hasMessageStartingWith("body is ");
    }

    @Test
    void theServiceStartsWithTheSameNumbersAsText() {
        assertThat(TraversalSetting.parse("bounded", "64", "20", "250ms", "10000")).isEqualTo(new TraversalSetting(
                TraversalMode.BOUNDED, USUAL.limits()));
        assertThat(TraversalSetting.parse("paged", "1", "10000", "3600s", "1").limits()).isEqualTo(Map.of(Limit.BATCH,
                1, Limit.PAGES_PER_SECOND, 10_000, Limit.DEADLINE, 3_600_000, Limit.ENTRIES_PER_SECOND, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hold|64|20|250ms|1|victim.traversal.mode is 'hold'; allowed: natural, held, copied, yielding, yielding-held, paged, bounded; nearest: held",
        "natural|0|20|250ms|1|victim.traversal.batch is '0'; allowed: a whole number from 1 to 1000000",
        "natural|x|20|250ms|1|victim.traversal.batch is 'x'", "natural|-1|20|250ms|1|victim.traversal.batch is '-1'",
        "natural|64|10001|250ms|1|victim.traversal.pages-per-second is '10001'; allowed: a whole number from 1 to 10000",
        "natural|64|20|250|1|victim.traversal.deadline is '250'; allowed: 1ms to 3600s, as in 250ms or 2s",
        "natural|64|20|0ms|1|victim.traversal.deadline is '0ms'",
        "natural|64|20|3601s|1|victim.traversal.deadline is '3601s'",
        "natural|64|20|1s|1e3|victim.traversal.entries-per-second is '1e3'; allowed: a whole number from 1 to 1000000"})
    void aStartNamesTheSettingThatIsWrong(String mode, String batch, String pages, String deadline, String entries,
            String message) {
        assertThatThrownBy(() -> TraversalSetting.parse(mode, batch, pages, deadline, entries)).isInstanceOf(
                InvalidSetting.class).hasMessageStartingWith(message);
    }

    private TraversalSetting read(String document) {
        return new TraversalReader(json, USUAL).read(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
