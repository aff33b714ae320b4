/** Disruptions of lives of the service: signals to their processes, limits of their processors, the proof and the undo. */
@NullMarked
package avalanche.chaos.disruption;

import org.jspecify.annotations.NullMarked;
