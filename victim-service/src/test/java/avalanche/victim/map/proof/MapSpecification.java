package avalanche.victim.map.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operations answer one after another: those of a plain hash map. */
public final class MapSpecification {
    private final Map<Integer, Integer> items = new HashMap<>();

    public @Nullable Integer get(int key) {
        return items.get(key);
    }

    public @Nullable Integer put(int key, int items) {
        return this.items.put(key, items);
    }

    public @Nullable Integer replace(int key, int items) {
        return this.items.replace(key, items);
    }

    public @Nullable Integer remove(int key) {
        return items.remove(key);
    }

    public int walked() {
        return items.entrySet().stream().mapToInt(entry -> (int) Math.pow(10, entry.getKey()) * entry.getValue()).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MapSpecification that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
