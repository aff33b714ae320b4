/** Phases of traffic become a seeded schedule of arrivals, which Gatling drains and the recorder measures. */
@NullMarked
package avalanche.scenarios.traffic;

import org.jspecify.annotations.NullMarked;
