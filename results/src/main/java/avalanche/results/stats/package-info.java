/** Estimates and their confidence intervals: pure functions over numbers. */
@NullMarked
package avalanche.results.stats;

import org.jspecify.annotations.NullMarked;
