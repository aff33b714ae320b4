package avalanche.k8s.applied;

/**
 * An object that was created.
 *
 * @param words kind and name
 * @param path its path
 * @param uid the server's id of it
 */
record AppliedObject(String words, String path, String uid) {}
