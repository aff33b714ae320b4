package avalanche.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Container;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VictimPatchesTest {
    @Test
    void anOrderChangesNothingButWhatItNamesAndItsNumber() {
        assertThat(VictimPatches.pods(3, null, null, null)).isEqualTo(
                "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"avalanche/order\":\"3\"}},"
                        + "\"spec\":{\"containers\":[{\"name\":\"victim\"}]}}}}");
        assertThat(VictimPatches.pods(4, "avalanche/victim-service:b", List.of("-Xmx1g", "--a=<b>"), null)).contains(
                "{\"args\":[\"-Xmx1g\",\"--a=<b>\"],\"image\":\"avalanche/victim-service:b\",\"name\":\"victim\"}");
    }

    @Test
    void noMoreIsSetAsideThanTheLimit() {
        assertThat(VictimPatches.pods(1, null, null, new Container(512L << 20, 0.1, 256L << 20, null))).contains(
                "\"limits\":{\"cpu\":\"100m\",\"memory\":\"512Mi\"}", "\"requests\":{\"cpu\":\"100m\","
                        + "\"memory\":\"512Mi\"}");
        assertThat(VictimPatches.pods(1, null, null, new Container(512L << 20, 2, 256L << 20, null))).contains(
                "\"limits\":{\"cpu\":\"2\",\"memory\":\"512Mi\"}", "\"requests\":{\"cpu\":\"250m\","
                        + "\"memory\":\"512Mi\"}");
    }

    @Test
    void theQuotaHasRoomForTheReplicasAndOneMore() {
        assertThat(VictimPatches.quota(8, new Container(512L << 20, 1, 256L << 20, null))).isEqualTo(
                "{\"spec\":{\"hard\":{\"limits.cpu\":\"9\",\"limits.memory\":\"4608Mi\",\"requests.memory\":\"4608Mi\"}}}");
        assertThat(VictimPatches.replicas(3)).isEqualTo("{\"spec\":{\"replicas\":3}}");
    }
}
