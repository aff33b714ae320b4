/** The HTML report of a rehearsal: one file that opens offline. */
@NullMarked
package avalanche.results.report;

import org.jspecify.annotations.NullMarked;
