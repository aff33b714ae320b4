/** What is kept of a rehearsal: one versioned record and the files beside it. */
@NullMarked
package avalanche.results.record;

import org.jspecify.annotations.NullMarked;
