/** What was observed of a run, second by second, without judging it: data only. */
@NullMarked
package avalanche.results.evidence;

import org.jspecify.annotations.NullMarked;
