package avalanche.victim.traversal;

import avalanche.victim.map.OrderMap;

/** The critical sections of maps. */
final class Sections {
    private Sections() {}

    /** The map's section, which was checked to exist when the mode was set. */
    static OrderMap.Section of(OrderMap map) {
        OrderMap.Section section = map.section();
        if (section == null) {
            throw new IllegalStateException("the map has no critical section");
        }
        return section;
    }
}
