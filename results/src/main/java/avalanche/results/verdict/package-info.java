/** What was expected of a run, and how the evidence answers it: pure functions over evidence. */
@NullMarked
package avalanche.results.verdict;

import org.jspecify.annotations.NullMarked;
