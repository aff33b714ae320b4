/** Cumulative histograms and the clock that they are fed from. */
@NullMarked
package avalanche.victim.measure;

import org.jspecify.annotations.NullMarked;
