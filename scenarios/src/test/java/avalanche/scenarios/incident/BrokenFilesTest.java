package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing broken at a time: the reader names the place and the remedy, and the schema refuses it too where a schema can. */
class BrokenFilesTest {
    @Test
    void theUnbrokenSampleIsAcceptedByBoth() throws Exception {
        assertThat(Sample.read(Sample.TEXT, null, null).id()).isEqualTo("small");
        assertThat(new SchemaFile().problems(Sample.TEXT)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource({"seenByBoth", "symptomsSeenByBoth", "overlaysSeenByBoth"})
    void refusedByReaderAndSchema(String old, String replacement, String message) throws Exception {
        String text = Sample.with(old, replacement);
        assertThat(Sample.render(IncidentReader.validate(text, Sample.PATH))).contains(message);
        assertThat(new SchemaFile().problems(text)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("seenByTheReaderOnly")
    void refusedByTheReader(String old, String replacement, String message) {
        assertThat(Sample.render(IncidentReader.validate(Sample.with(old, replacement), Sample.PATH))).contains(
                message);
    }

    static Stream<Arguments> seenByBoth() {
        return Stream.of(
                arguments("schema: 1", "schema: 2", "small.yaml:1:9: schema: the file's form has version '2'"),
                arguments("schema: 1\n", "", "small.yaml:1:1: schema: is missing; allowed: 1"),
                arguments("schema: 1", "schema: \"1\"", "schema: is the text '1'; allowed: a number without quotes"),
                arguments("id: small", "id: Small One", "small.yaml:2:5: id: 'Small One' is not a name"),
                arguments("title: A small one", "title: 5", "small.yaml:3:8: title: is the number 5; allowed: text"),
                arguments("story: It happened.", "story: ''", "story: is blank"),
                arguments("story: It happened.", "stroy: It happened.",
                        "small.yaml:4:1: stroy: unknown key 'stroy'"),
                arguments("strategy: locked", "strategy: chm",
                        "small.yaml:6:13: victim.strategy: unknown value 'chm'; allowed: locked, dual-map, segmented, "
                                + "snapshot, concurrent, hash-trie"),
                arguments("  strategy: locked\n", "", "small.yaml:5:1: victim.strategy: is missing"),
                arguments("heap: 64 MiB", "heap: 64", "victim.heap: '64' has no unit; allowed: B, KiB, MiB, GiB"),
                arguments("heap: 64 MiB", "heap: 64 MB", "victim.heap: '64 MB' has the unknown unit 'MB'"),
                arguments("heap: 64 MiB", "heap: 64 s", "victim.heap: '64 s' has the unknown unit 's'"),
                arguments("heap: 64 MiB", "heap: [64 MiB]", "victim.heap: is a list; allowed: a single value"),
                arguments("[-XX:+UseSerialGC]", "[-Xmx1g]", "victim.jvm: '-Xmx1g' limits the heap"),
                arguments("[-XX:+UseSerialGC]", "[UseSerialGC]", "victim.jvm: 'UseSerialGC' is not an option"),
                arguments("[-XX:+UseSerialGC]", "-XX:+UseSerialGC", "victim.jvm: is the text"),
                arguments("victim.map.segments: 8", "server.port: 1",
                        "victim.settings.server.port: cannot be set here: chosen for each run"),
                arguments("heap:", "traversal: pagd\n  heap:",
                        "small.yaml:7:14: victim.traversal: unknown value 'pagd'; allowed: natural, held, copied, "
                                + "yielding, yielding-held, paged, bounded; did you mean 'paged'?"),
                arguments("heap:", "traversal: {batch: 5}\n  heap:",
                        "small.yaml:7:3: victim.traversal.mode: is missing; allowed: natural, held"),
                arguments("heap:", "traversal: {mode: paged, bach: 5}\n  heap:",
                        "victim.traversal.bach: unknown key 'bach'; allowed: mode, batch, pages-per-second, deadline, "
                                + "entries-per-second; did you mean 'batch'?"),
                arguments("heap:", "traversal: {mode: held, batch: 5}\n  heap:",
                        "small.yaml:7:34: victim.traversal.batch: does not belong to held; allowed: mode"),
                arguments("heap:", "traversal: {mode: paged, deadline: 5 ms}\n  heap:",
                        "victim.traversal.deadline: does not belong to paged; allowed: mode, batch, pages-per-second"),
                arguments("heap:", "traversal: {mode: paged, batch: 0}\n  heap:",
                        "victim.traversal.batch: '0' is out of range; allowed: 1 to 1000000"),
                arguments("heap:", "traversal: {mode: bounded, deadline: 5}\n  heap:",
                        "victim.traversal.deadline: '5' has no unit"),
                arguments("heap:", "traversal: {mode: bounded, entries-per-second: 5/min}\n  heap:",
                        "victim.traversal.entries-per-second: '5/min' is not a whole number"),
                arguments("heap:", "traversal: [held]\n  heap:",
                        "victim.traversal: is a list; allowed: a single value or a mapping"),
                arguments("victim.map.segments: 8", "victim.traversal.mode: held",
                        "victim.settings.victim.traversal.mode: cannot be set here: victim.traversal"),
                arguments("delay: 12 us", "delay: 12", "victim.callback.delay: '12' has no unit"),
                arguments("delay: 12 us", "delay: {distribution: uniform, min: 1 us}",
                        "victim.callback.delay.max: is missing"),
                arguments("delay: 12 us", "delay: {distribution: fixed, value: 1 us, max: 2 us}",
                        "victim.callback.delay.max: does not belong to fixed; allowed: value"),
                arguments("delay: 12 us", "delay: {distribution: log-normal, median: 1 us, sigma: 4}",
                        "victim.callback.delay.sigma: '4' is out of range; allowed: 0.0 to 3.0"),
                arguments("seed: 7", "seed: 7.5", "traffic.seed: '7.5' is not a whole number"),
                arguments("users: 10", "users: 0", "traffic.users: '0' is out of range; allowed: 1 to 1000000"),
                arguments("create: 20/s", "create: 20", "traffic.phases.healthy.create: '20' is not a rate"),
                arguments("create: 20/s", "create: 20/min", "'20/min' is not a rate; allowed: 200/s, 50/s -> 340/s"),
                arguments("create: 20/s", "crate: 20/s",
                        "unknown key 'crate'; allowed: duration, create, read, update, "
                                + "delete, export; did you mean 'create'?"),
                arguments("{duration: 10 s, create", "{create",
                        "traffic.phases.healthy.duration: is missing; allowed: whole seconds, such as 10 s"),
                arguments("type: slow-callback", "type: slow-calback",
                        "faults.slow.type: unknown value 'slow-calback'; allowed: slow-callback, delete-pod, "
                                + "kill-process, freeze, throttle-cpu, custom-resource; did you mean 'slow-callback'?"),
                arguments("  slow: {type", "  Slow One: {type", "faults.Slow One: 'Slow One' is not a name"));
    }

    static Stream<Arguments> symptomsSeenByBoth() {
        return Stream.of(
                arguments("metric: entries", "metric: entry",
                        "conditions.grown.metric: unknown value 'entry'; allowed: response-time, service-time"),
                arguments("metric: entries, statistic: max", "metric: entries, statistic: total",
                        "conditions.grown.statistic: 'total' means nothing for entries; allowed: p50, p90, p99, mean"),
                arguments("metric: entries", "metric: entries, requests: all",
                        "conditions.grown.requests: entries is not measured on requests"),
                arguments("requests: writes, ", "",
                        "symptoms.writes.requests: is missing; allowed: create, read, update, delete, export, writes"),
                arguments("baseline: healthy, ", "", "symptoms.pile-up.baseline: is missing"),
                arguments("statistic: max", "statistic: max, baseline: healthy",
                        "conditions.grown.baseline: does not belong to max"),
                arguments("> 120 ms", "> 120", "symptoms.writes.bound: '120' has no unit; allowed: ns, us, ms, s"),
                arguments("> 120 ms", "> 120 %", "symptoms.writes.bound: '120 %' has the unknown unit '%'"),
                arguments("\">= 9\"", "\">= 9 ms\"", "symptoms.pile-up.bound: '9 ms' is not a plain number"),
                arguments("\">= 9\"", "\"9\"", "symptoms.pile-up.bound: '9' is not a bound"),
                arguments("until: death", "until: its-death",
                        "symptoms.pile-up.window.until: unknown value 'its-death'; allowed: phase-end, death, run-end"));
    }

    static Stream<Arguments> overlaysSeenByBoth() {
        return Stream.of(
                arguments("symptoms:", "sizes: {small: {victim: {haep: 1 GiB}}}\nsymptoms:",
                        "sizes.small.victim.haep: unknown key 'haep'; allowed: strategy, heap, jvm, settings, callback, "
                                + "traversal, plugins, container; "
                                + "did you mean 'heap'?"),
                arguments("symptoms:", "sizes: {small: {id: other}}\nsymptoms:", "sizes.small.id: unknown key 'id'"),
                arguments("symptoms:", "variants: {other: {victim: {strategy: Chm}}}\nsymptoms:",
                        "victim.strategy: unknown value 'Chm'"),
                arguments("symptoms:", "variants: {other: {victim: {traversal: helt}}}\nsymptoms:",
                        "victim.traversal: unknown value 'helt'; allowed: natural, held"),
                arguments("symptoms:", "variants: {other: {sizes: {small: {traffic: 5}}}}\nsymptoms:",
                        "variants.other.sizes.small.traffic: is the number 5; allowed: a mapping"));
    }

    static Stream<Arguments> seenByTheReaderOnly() {
        return Stream.of(
                arguments("seed: 7", "seed: 7\n  seed: 8",
                        "small.yaml:13:3: traffic.seed: duplicate key 'seed', first in line 12; allowed: each key once"),
                arguments("  strategy: locked", "\tstrategy: locked", "allowed: blanks for indentation"),
                arguments("strategy: locked", "strategy: &a locked",
                        "victim.strategy: anchors and aliases are not part of the format"),
                arguments("strategy: locked", "strategy: !!str locked", "tags such as tag:yaml.org,2002:str"),
                arguments("\"> 120 ms\"", "> 120 ms", "not YAML: "),
                arguments("strategy: locked", "strategy: snapshot\n  traversal: {mode: held}",
                        "small.yaml:7:14: victim.traversal: 'held' needs a map with a critical section, which 'snapshot' "
                                + "does not have; allowed: natural, yielding, paged, bounded"),
                arguments("heap:", "traversal: {mode: bounded, deadline: 2 h}\n  heap:",
                        "victim.traversal.deadline: '2 h' is out of range; allowed: 1 ms to 1 h"),
                arguments("heap:", "traversal: {mode: bounded, deadline: 1.5 ms}\n  heap:",
                        "victim.traversal.deadline: '1.5 ms' is not a whole number of milliseconds"),
                arguments("heap:", "traversal: {mode: paged, pages-per-second: 10001}\n  heap:",
                        "victim.traversal.pages-per-second: '10001' is out of range; allowed: 1 to 10000"),
                arguments("heap:", "plugins: no-such-folder\n  heap:",
                        "small.yaml:7:12: victim.plugins: there is nothing at 'no-such-folder'; allowed: a folder of jars"),
                arguments("heap:", "plugins: pom.xml\n  heap:",
                        "small.yaml:7:12: victim.plugins: 'pom.xml' is neither a folder nor a jar"),
                arguments("strategy: locked", "strategy: My Map\n  plugins: src",
                        "victim.strategy: 'My Map' is not a name"),
                arguments("symptoms:", "variants: {other: {victim: {strategy: chm}}}\nsymptoms:",
                        "victim.strategy: unknown value 'chm'"),
                arguments("heap: 64 MiB", "heap: 1 MiB", "'1 MiB' is out of range; allowed: 16 MiB to 1024 GiB"),
                arguments("duration: 10 s", "duration: 1500 ms", "is not a whole number of seconds"),
                arguments("window: {phase: incident}, bound: \">= 100\"",
                        "window: {phase: incidents}, bound: \">= 100\"",
                        "conditions.grown.window.phase: unknown value 'incidents'; allowed: healthy, incident; did you "
                                + "mean 'incident'?"),
                arguments("until: death", "worst: 30 s",
                        "symptoms.pile-up.window.worst: is 30 s, longer than the window; allowed: at most 20 s"),
                arguments("from: incident", "from: incident, until: healthy",
                        "faults.slow.until: the phase 'healthy' does not come after 'incident'"),
                arguments("from: incident", "from: incdent", "did you mean 'incident'?"),
                arguments("conditions:", "  other: {type: slow-callback, from: healthy, delay: 1 us}\nconditions:",
                        "faults.other: is in force at the same time as slow"),
                arguments("timeout: 5 s", "timeout: 5 s\n  long-poll: 6 s",
                        "traffic.long-poll: is 6 s; allowed: less than timeout, 5 s"),
                arguments("\">= 100\"", "200 .. 100", "'200 .. 100' is empty: its ends are the wrong way round"));
    }
}
