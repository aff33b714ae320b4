package avalanche.victim.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What is known of the keys in a map without matching them: the class of them all while they are of one, or else by their
 * shape, which is length and first character, where no two classes share it.
 *
 * <p>
 * A key that is found in the map was put there, and so its class was noted: looking that up costs less than matching
 * the key, whose length a processor has to guess. Of a key that was not put nothing is known.
 */
final class KeyShapes {
    /** Keys of several classes have the shape, or none that was put. */
    static final int UNKNOWN = -1;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final VarHandle OF_ALL = ofAllHandle();
    private static final int SHAPES = 4096;
    private static final int CHARACTER_BITS = 7;
    private static final byte UNSEEN = -1;
    private static final byte MIXED = -2;

    private final byte[] classes = new byte[SHAPES];
    /** Of all keys together. Beside the array, as every read that finds its key looks here first. */
    private int ofAll = UNSEEN;

    KeyShapes() {
        Arrays.fill(classes, UNSEEN);
    }

    /** Notes the class of a key; must happen before the key is put. */
    void note(String key, int keyClass) {
        noteIn(shape(key), (byte) keyClass);
        int seen = (int) OF_ALL.getAcquire(this);
        int next = join(seen, keyClass);
        while (next != seen && !OF_ALL.compareAndSet(this, seen, next)) {
            seen = (int) OF_ALL.getAcquire(this);
            next = join(seen, keyClass);
        }
    }

    private static int join(int seen, int keyClass) {
        return seen == UNSEEN || seen == keyClass ? keyClass : MIXED;
    }

    private void noteIn(int cell, byte keyClass) {
        byte seen = (byte) CELL.getAcquire(classes, cell);
        while (seen != MIXED && seen != keyClass) {
            byte next = (byte) join(seen, keyClass);
            if (CELL.compareAndSet(classes, cell, seen, next)) {
                return;
            }
            seen = (byte) CELL.getAcquire(classes, cell);
        }
    }

    /** The class of a key that was found in the map, or {@link #UNKNOWN}. */
    int classOf(String key) {
        int all = ofAll;
        return all >= 0 ? all : Math.max(UNKNOWN, classes[shape(key)]);
    }

    private static int shape(String key) {
        int length = key.length();
        return length == 0 ? 0 : ((length << CHARACTER_BITS) ^ key.charAt(0)) & (SHAPES - 1);
    }

    private static VarHandle ofAllHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(KeyShapes.class, "ofAll", int.class);
        } catch (ReflectiveOperationException absent) {
            throw new ExceptionInInitializerError(absent);
        }
    }
}
