package avalanche.results.record;

import avalanche.results.evidence.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a record of version 1 to the present one. What it does not say was not there then: walks were natural before
 * there were modes, there was one replica, nothing was ordered in the middle of a run, and nobody kept what could not be seen.
 */
final class OldRecords {
    private OldRecords() {}

    static void bring(ObjectNode tree) {
        tree.put("schema", RunRecord.SCHEMA);
        for (JsonNode run : tree.path("runs")) {
            if (run instanceof ObjectNode object) {
                bringRun(object);
            }
        }
        if (tree.path("judgement") instanceof ObjectNode judgement && !judgement.has("recovery")) {
            judgement.putNull("recovery");
        }
    }

    private static void bringRun(ObjectNode run) {
        if (!run.has("traversal")) {
            run.put("traversal", Run.NATURAL);
        }
        if (!run.has("intervention")) {
            run.putNull("intervention");
        }
        if (!run.has("unseen")) {
            run.putArray("unseen");
        }
        for (JsonNode second : run.path("seconds")) {
            if (second.path("vitals") instanceof ObjectNode vitals && !vitals.has("replicas")) {
                vitals.put("replicas", 1).put("silent", 0);
            }
        }
    }
}
