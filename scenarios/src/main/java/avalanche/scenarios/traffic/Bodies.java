package avalanche.scenarios.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;

/** Bodies of orders, made once from a seed and used in turn, so that a request allocates none. */
final class Bodies {
    private static final int VARIANTS = 32;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -";

    private final byte[][] bodies = new byte[VARIANTS][];

    Bodies(int payloadBytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < VARIANTS; i++) {
            StringBuilder json = new StringBuilder(payloadBytes + 64)
                    .append("{\"customer\":\"c-").append(i)
                    .append("\",\"items\":").append(1 + i % 9)
                    .append(",\"payload\":\"");
            for (int j = 0; j < payloadBytes; j++) {
                json.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            bodies[i] = json.append("\"}").toString().getBytes(UTF_8);
        }
    }

    /** The body of an arrival; shared, not to be changed. */
    byte[] of(Arrival arrival) {
        return bodies[(int) (arrival.index() % VARIANTS)];
    }
}
