package avalanche.victim.memorymodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.Main;

/**
 * All tests with one map, in JVMs that jcstress starts, which have this one's own arguments, too; leaves what was seen in
 * the folder.
 */
final class MapRun {
    private MapRun() {}

    /** The arguments are the map, the mode and the folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        List<String> options = new ArrayList<>(List.of("-r", folder.toString(), "-t", MapRun.class.getPackageName(),
                "--jvmArgs", "-D" + Subject.PROPERTY + "=" + arguments[0]
                        + " --sun-misc-unsafe-memory-access=allow"));
        options.addAll(Run.valueOf(arguments[1]).options());
        try {
            Main.main(options.toArray(String[]::new));
        } catch (AssertionError seen) {
            // What must not be: it is among the results, too.
            System.err.println(seen.getMessage());
        }
        Observed.write(Observed.in(folder), folder);
    }
}
