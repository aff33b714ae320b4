package avalanche.victim.bench;

import avalanche.victim.map.OrderMap;
import avalanche.victim.map.OrderMapProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A map and the way it is walked. */
record Variant(OrderMapProvider provider, Way way) {
    /** How a map is walked. */
    enum Way {
        /** The map's own. */
        NATURAL,
        /** Each critical section copied, then visited outside. */
        COPIED,
        /** Within the critical section. */
        HELD
    }

    /** Ways beside the natural one that tell something of their own. */
    private static final Map<String, Way> OTHERS = Map.of("locked", Way.COPIED, "segmented", Way.COPIED, "dual-map",
            Way.HELD);

    /** The variants of those maps. */
    static List<Variant> of(List<String> maps) {
        List<Variant> variants = new ArrayList<>();
        for (String map : maps) {
            variants.add(new Variant(Maps.provider(map), Way.NATURAL));
            Way other = OTHERS.get(map);
            if (other != null) {
                variants.add(new Variant(Maps.provider(map), other));
            }
        }
        return variants;
    }

    /** The variant of that name, as {@code segmented} or {@code segmented+copied}. */
    static Variant named(String name) {
        String map = name.contains("+") ? name.substring(0, name.indexOf('+')) : name;
        return of(List.of(map)).stream().filter(variant -> variant.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown variant '" + name + "'"));
    }

    String name() {
        return switch (way) {
            case NATURAL -> provider.id();
            case COPIED -> provider.id() + "+copied";
            case HELD -> provider.id() + "+held";
        };
    }

    void walk(OrderMap map, OrderMap.Walk walk) {
        switch (way) {
            case NATURAL -> map.walk(walk);
            case COPIED -> section(map).walkCopied(walk);
            case HELD -> section(map).walkHeld(walk);
        }
    }

    private OrderMap.Section section(OrderMap map) {
        OrderMap.Section section = map.section();
        if (section == null) {
            throw new IllegalStateException(provider.id() + " has no critical section");
        }
        return section;
    }
}
