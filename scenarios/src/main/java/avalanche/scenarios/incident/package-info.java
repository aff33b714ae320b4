/** The incident file: what it says, how it is read, and every problem in it with its place and remedy. */
@NullMarked
package avalanche.scenarios.incident;

import org.jspecify.annotations.NullMarked;
