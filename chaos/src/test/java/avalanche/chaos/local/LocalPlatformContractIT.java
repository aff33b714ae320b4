package avalanche.chaos.local;

import avalanche.chaos.target.Platform;
import avalanche.chaos.target.PlatformContract;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.results.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract, with a service that is none. */
class LocalPlatformContractIT extends PlatformContract {
    @Override
    protected Platform platform() throws IOException {
        return Fakes.platform(directory());
    }

    @Override
    protected TargetSpec spec(String runId, Path directory) {
        return new TargetSpec(runId, 16L << 20, List.of(), Map.of(), directory);
    }

    @Override
    protected void exhaustMemory(Target target) throws IOException {
        target.management().put("/exhaust", "{}");
    }

    @Override
    protected void killFromOutside(String runId) {
        processes(runId).stream().filter(process -> process.info().command().orElse("").endsWith("java")).forEach(
                ProcessHandle::destroyForcibly);
    }

    @Override
    protected Set<Ending> endingsOfExhaustion() {
        return Set.of(Ending.HEAP_EXHAUSTED);
    }

    @Override
    protected List<String> leftovers(String runId) {
        return processes(runId).stream().map(process -> process.info().commandLine().orElse("")).toList();
    }

    private static List<ProcessHandle> processes(String runId) {
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(
                "-Davalanche.run=" + runId)).toList();
    }
}
