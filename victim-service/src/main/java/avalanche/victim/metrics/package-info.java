/** What is counted of the map's operations, and the map's metrics as Prometheus reads them. */
@NullMarked
package avalanche.victim.metrics;

import org.jspecify.annotations.NullMarked;
