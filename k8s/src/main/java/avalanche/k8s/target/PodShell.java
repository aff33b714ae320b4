package avalanche.k8s.target;

import java.io.IOException;

/** Runs a line of shell in the service's container of a pod. */
interface PodShell {
    /**
     * What it prints.
     *
     * @param script what the shell reads; its arguments are {@code $1} and on
     * @throws IOException if it does not run, does not end in time, or ends with another code than 0
     */
    String run(String pod, String script, String... arguments) throws IOException;
}
