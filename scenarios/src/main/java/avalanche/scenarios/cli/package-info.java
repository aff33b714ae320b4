/** The command line: one class per verb; results go to standard output, progress to standard error. */
@NullMarked
package avalanche.scenarios.cli;

import org.jspecify.annotations.NullMarked;
