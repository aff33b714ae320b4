/** The service's own view of itself, sampled and turned from cumulative counters into what happened since. */
@NullMarked
package avalanche.chaos.vitals;

import org.jspecify.annotations.NullMarked;
