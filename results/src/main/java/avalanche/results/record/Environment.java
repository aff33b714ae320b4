package avalanche.results.record;

import java.util.Map;

/**
 * The machine and the programs that a rehearsal ran on.
 *
 * @param os name, version and architecture
 * @param processors processors the harness may use
 * @param memoryBytes physical memory
 * @param java version and vendor of the JDK
 * @param pinning how victim and injector were bound to processors, in words
 * @param versions name to version of what took part: the harness, Gatling, the service
 * @param limits limits that may bend a result, such as {@code open files}
 */
public record Environment(String os, int processors, long memoryBytes, String java, String pinning,
        Map<String, String> versions,
        Map<String, String> limits) {
    public Environment {
        versions = Map.copyOf(versions);
        limits = Map.copyOf(limits);
    }
}
