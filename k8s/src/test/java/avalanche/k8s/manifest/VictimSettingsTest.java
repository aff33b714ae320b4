package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class VictimSettingsTest {
    @Test
    void settingsAreTakenOutAndAllElseStays() {
        VictimSettings of = VictimSettings.of(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-jar", "a.jar",
                "--server.port=8080", "--victim.map.plugins=", "--debug"));
        assertThat(of.arguments()).containsExactly("--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-jar", "a.jar",
                "--debug", "--spring.config.additional-location=file:/opt/avalanche/settings/");
        assertThat(of.properties()).isEqualTo("server.port=8080\nvictim.map.plugins=\n");
    }

    @Test
    void everyValueIsReadBackAsItWas() throws IOException {
        List<String> values = List.of("#,order:*", " leading and trailing ", "a=b", "back\\slash", "two\nlines",
                "größer\t☃", "!x", "");
        Properties read = new Properties();
        for (int i = 0; i < values.size(); i++) {
            String text = VictimSettings.of(List.of("-jar", "a.jar", "--key:with strange#" + i + "=" + values.get(i)))
                    .properties();
            read.load(new StringReader(text));
            assertThat(read.getProperty("key:with strange#" + i)).as(text).isEqualTo(values.get(i));
        }
    }
}
