package avalanche.victim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import avalanche.victim.map.Providers;
import avalanche.victim.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariantTest {
    static List<Variant> all() {
        return Variant.of(Providers.all().map(OrderMapProvider::id).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFoundByItsNameAndWalksTheWholeMap(Variant variant) {
        assertThat(Variant.named(variant.name())).isEqualTo(variant);
        OrderMap map = Maps.filled(variant.provider(), 100);
        List<String> seen = new ArrayList<>();
        variant.walk(map, new OrderMap.Walk() {
            @Override
            public void begins() {}

            @Override
            public boolean visit(Order order) {
                seen.add(order.id());
                return true;
            }

            @Override
            public void stretchEnds() {}
        });
        assertThat(seen).containsExactlyInAnyOrder(Maps.ids(100));
    }

    @Test
    void thoseWithACriticalSectionAreWalkedAnotherWayToo() {
        assertThat(all()).extracting(Variant::name).contains("locked+copied", "segmented+copied", "dual-map+held");
        assertThatThrownBy(() -> Variant.named("snapshot+held")).hasMessage("unknown variant 'snapshot+held'");
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesLeaveTheMapAsLargeAsItWas(Variant variant) {
        OrderMap map = Maps.filled(variant.provider(), 50);
        OrderWrites writes = new OrderWrites(map, 50, 1_000);
        for (int write = 0; write < 1_000; write++) {
            writes.write(write);
            writes.tidy(write);
        }
        assertThat(map.size()).isEqualTo(50 + 128);
        writes.end();
        assertThat(map.size()).isEqualTo(50);
    }
}
