package avalanche.victim.traversal;

import avalanche.victim.setting.InvalidSetting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints as text: base64 for addresses of a version, a checksum over all the rest, the length of the first id (-1
 * for none), and both ids in UTF-8.
 */
final class Token {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES + Integer.BYTES;
    private static final int LONGEST = 4_096;

    private Token() {}

    static String encode(Checkpoint checkpoint) {
        String last = checkpoint.after();
        byte[] after = last == null ? new byte[0] : last.getBytes(StandardCharsets.UTF_8);
        byte[] until = checkpoint.until().getBytes(StandardCharsets.UTF_8);
        ByteBuffer token = ByteBuffer.allocate(HEAD + after.length + until.length);
        token.put(VERSION).putInt(0).putInt(last == null ? -1 : after.length).put(after).put(until);
        token.putInt(1, checksum(token.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /**
     * The checkpoint of a token.
     *
     * @throws InvalidSetting where it is none of ours, or damaged
     */
    static Checkpoint decode(String text) {
        ByteBuffer token = ByteBuffer.wrap(bytes(text));
        if (token.capacity() < HEAD) {
            throw damaged(text, null);
        }
        byte version = token.get();
        if (version != VERSION) {
            throw new InvalidSetting("after", quoted(text), "a checkpoint of version " + VERSION + "; this one has "
                    + version + ": begin again without it");
        }
        int checksum = token.getInt();
        int length = token.getInt();
        if (checksum != checksum(token.array()) || length > token.remaining() || length < -1) {
            throw damaged(text, null);
        }
        String after = length < 0 ? null : text(token, length);
        return new Checkpoint(after, text(token, token.remaining()));
    }

    private static byte[] bytes(String text) {
        if (text.length() > LONGEST) {
            throw damaged(text, null);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                throw damaged(text, null);
            }
            return bytes;
        } catch (IllegalArgumentException noBase64) {
            throw damaged(text, noBase64);
        }
    }

    /** Over everything but itself. */
    private static int checksum(byte[] token) {
        CRC32C checksum = new CRC32C();
        checksum.update(token, 0, 1);
        checksum.update(token, 1 + Integer.BYTES, token.length - 1 - Integer.BYTES);
        return (int) checksum.getValue();
    }

    private static String text(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static InvalidSetting damaged(String text, @Nullable Throwable cause) {
        InvalidSetting damaged = new InvalidSetting("after", quoted(text),
                "a checkpoint as an export gave it, unchanged; this one is damaged: begin again without it");
        damaged.initCause(cause);
        return damaged;
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 64 ? text.substring(0, 64) + "…" : text) + "'";
    }
}
