package avalanche.scenarios.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptionTest {
    @Test
    void tellsTheWholePlan() {
        String text = Sample.TEXT.replace("small\n", "small-one\n");
        assertThat(Description.of(Sample.read(text, null, null, "traffic.retry.attempts=2", "traffic.long-poll=1 s")))
                .isEqualTo(
                        """
                                small-one: A small one
                                variant default, size default

                                It happened.

                                The service
                                Orders in the map 'locked', heap limited to 64 MiB.
                                In a container: 224 MiB and 1 processor, the heap limited to 448 MiB, so that the kernel ends it where it keeps too much.
                                JVM options: -XX:+UseSerialGC
                                Setting victim.map.segments = 8
                                A full walk costs 12 us (asleep) per entry when all is well.

                                The traffic, in the control and in the incident alike
                                - healthy, 10 s: create 20/s, export 4/s; about 200 entries at its end
                                - incident, 20 s: create 50/s -> 60/s, export 4/s; about 1300 entries at its end
                                Requests time out after 5 s; orders carry 2 KiB; seed 7; 10 virtual users; connections shared.
                                Reads wait up to 1 s for their order to change.
                                Failed requests are sent again up to 2 times, after 200 ms each.

                                The fault, in the incident only
                                - slow, from the start of incident to the end: a full walk costs 120 us (asleep) per entry.

                                Conditions, without which the experiment did not take place:
                                - Grown (grown): entries max >= 100, in incident

                                Symptoms, which the incident must show and the control must not:
                                - Slow (writes): response-time p99 of writes requests > 120 ms, in incident
                                - Pile (pile-up): in-flight growth over healthy >= 9, in incident until the first death

                                What it takes, about
                                Time: 1 min 22 s for control and incident, 41 s each.
                                Memory: 670 MiB: the service 200 MiB, the injector 310 MiB, the rehearsal itself 160 MiB.
                                """);
    }

    @Test
    void foretellsTheQueueWhereWalksNeedMoreThanTheTimeThereIs() throws Exception {
        assertThat(Description.of(RangeCascadeTest.read(null, null))).contains(
                "In incident a walk takes about 504 ms and 4 arrive each second: T x D = 2.016.",
                "requests in flight then grow by about 92.73 a second, W x (1 - 1 / (T x D)).",
                "p99 of all requests >= 5 s, in the worst 5 s of incident until the first death")
                .doesNotContain("In healthy a walk", "In recovery a walk");
    }

    @Test
    void tellsEveryDistributionAndNoFault() {
        assertThat(Description.of(Sample.read(Sample.TEXT, null, null,
                "faults.slow.delay={distribution: uniform, min: 76 us, max: 162 us}", "faults.slow.mode=spin",
                "victim.callback={delay: {distribution: log-normal, median: 10 us, sigma: 0.3}, mode: mixed}")))
                .contains("costs 76 us to 162 us (busy) per entry",
                        "costs log-normally 10 us (sigma 0.3) (half asleep, half busy) per entry");
        assertThat(Description.of(Sample.read(Sample.TEXT, null, null,
                "victim.traversal={mode: paged, batch: 8, pages-per-second: 5/s}"))).contains(
                        "Walks are done in the mode 'paged': batch 8 and pages-per-second 5.");
        assertThat(Description.of(Sample.read(Sample.TEXT, null, null, "victim.traversal=held"))).contains(
                "Walks are done in the mode 'held'.\n");
        assertThat(Description.of(Sample.read(Sample.TEXT, null, null, "faults=", "victim.callback="))).contains(
                "None: the incident differs from the control in nothing.",
                "A full walk costs nothing per entry beyond its own work.");
    }
}
