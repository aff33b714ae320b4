package avalanche.chaos.docker;

import static org.assertj.core.api.Assertions.assertThat;

import avalanche.chaos.target.Container;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinementTest {
    private static final Processors PINNED = new Processors("0", "1");
    private static final HostConfig VICTIM = Confinement.victim(new Container(368L << 20, 0.5, 736L << 20, null),
            PINNED,
            "abc");
    private static final HostConfig INJECTOR = Confinement.injector(512L << 20, PINNED, "net");
    private static final HostConfig SANDBOX = Confinement.sandbox("net");

    @Test
    void nobodyMayMoreThanItMust() {
        for (HostConfig config : List.of(VICTIM, INJECTOR, SANDBOX)) {
            assertThat(config.getReadonlyRootfs()).isTrue();
            assertThat(config.getCapDrop()).containsExactly(Capability.ALL);
            assertThat(config.getSecurityOpts()).containsExactly("no-new-privileges");
            assertThat(config.getPrivileged()).isNotEqualTo(true);
            assertThat(config.getCapAdd()).isNull();
        }
    }

    @Test
    void theServiceHasItsLimitsAndNoSwap() {
        assertThat(VICTIM.getMemory()).isEqualTo(368L << 20);
        assertThat(VICTIM.getMemorySwap()).isEqualTo(368L << 20);
        assertThat(VICTIM.getNanoCPUs()).isEqualTo(500_000_000L);
        assertThat(VICTIM.getCpusetCpus()).isEqualTo("0");
        assertThat(VICTIM.getNetworkMode()).isEqualTo("container:abc");
        assertThat(VICTIM.getPortBindings()).isNull();
    }

    @Test
    void portsArePublishedOnTheLoopbackOnly() {
        assertThat(SANDBOX.getPortBindings().getBindings().values()).hasSize(2).allSatisfy(bindings -> assertThat(
                bindings).allMatch(binding -> "127.0.0.1".equals(binding.getHostIp())));
    }

    @Test
    void theInjectorHasTheOtherProcessors() {
        assertThat(INJECTOR.getCpusetCpus()).isEqualTo("1");
        assertThat(INJECTOR.getNetworkMode()).isEqualTo("net");
    }
}
