package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronScheduleTest {
    @ParameterizedTest
    @ValueSource(strings = {"0 3 * * *", "*/15 * * * *", "0 0 1,15 * MON-FRI", "5/20 0-6/2 ? jan,JUL sun",
        "59 23 31 12 6", "0 0 29 2 *", "0 0 31 2 1", " 0  3 * * * ", "0 0 31 2,3 *"})
    void whatASchedulerAcceptsIsAccepted(String schedule) {
        assertThatCode(() -> CronSchedule.check(schedule)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "60 3 * * *|whose minute is '60'; allowed: 0 to 59, '*'",
        "0 24 * * *|whose hour is '24'; allowed: 0 to 23",
        "0 3 0 * *|whose day of month is '0'; allowed: 1 to 31",
        "0 3 * mai *|whose month is 'mai'; allowed: 1 to 12 or jan to dec",
        "0 3 * * 7|whose day of week is '7'; allowed: 0 to 6 or sun to sat",
        "0 9-5 * * *|whose hour is '9-5'", "*/0 * * * *|whose minute is '*/0'", "1, * * * *|whose minute is '1,'",
        "-1 * * * *|whose minute is '-1'", "*-3 * * * *|whose minute is '*-3'", "0.5 * * * *|whose minute is '0.5'"})
    void theFieldThatIsWrongIsNamedWithWhatItMayBe(String schedule, String words) {
        assertThatThrownBy(() -> CronSchedule.check(schedule)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schedule is '" + schedule + "'").hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "@daily", "", "0 3 * *", "0 0 3 * * *"})
    void thereAreFiveFields(String schedule) {
        assertThatThrownBy(() -> CronSchedule.check(schedule)).hasMessage("schedule is '" + schedule
                + "'; allowed: five fields (minute, hour, day of month, month, day of week), such as '0 3 * * *'");
    }

    @Test
    void aDayThatNeverComesIsRefused() {
        assertThatThrownBy(() -> CronSchedule.check("0 0 31 2,4 *")).hasMessageContaining("which never comes");
    }
}
