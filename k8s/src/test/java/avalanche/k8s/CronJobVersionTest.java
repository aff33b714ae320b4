package avalanche.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.chaos.image.ImageNames;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronJobVersionTest {
    @ParameterizedTest
    @CsvSource({"1.20,batch/v1beta1", "v1.20.2,batch/v1beta1", "1.21,batch/v1", "v1.34.2-gke.100,batch/v1",
        "v1.27+,batch/v1"})
    void isThatOfTheKubernetesVersion(String kubernetes, String expected) {
        assertThat(CronJobVersion.of(kubernetes).apiVersion()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19", "1", "latest", "2.1", "1.21beta", ""})
    void whatIsNoVersionIsRefused(String kubernetes) {
        assertThatThrownBy(() -> CronJobVersion.of(kubernetes)).hasMessageContaining("'" + kubernetes + "'")
                .hasMessageContaining("allowed: 1.20 and newer");
    }

    @Test
    void whereNoClusterCanBeAskedItIsTheCurrentOneAndSaysSo() {
        CronJobVersion version = CronJobVersion.ask(new KubernetesConfiguration(Path.of("no-such-kubeconfig"), null,
                new ImageNames("v", "i")));
        assertThat(version.apiVersion()).isEqualTo("batch/v1");
        assertThat(version.why()).contains("no cluster could be asked", "no-such-kubeconfig", "--kubernetes-version");
    }
}
