package avalanche.chaos.target;

import java.io.IOException;

/** The service's management port, by whatever way it is reached. */
public interface Management {
    /**
     * Gets a document.
     *
     * @param path absolute path, such as {@code /vitals}
     * @throws IOException if it did not answer in time, or not with a status of 200
     */
    String get(String path) throws IOException;

    /**
     * Puts a JSON document and returns the answer.
     *
     * @throws IOException if it did not answer in time, or not with a status of 200; the message carries the answer
     */
    String put(String path, String json) throws IOException;
}
