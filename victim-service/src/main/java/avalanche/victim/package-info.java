/** The order service: its start, its settings and what is said where it cannot start. */
@NullMarked
package avalanche.victim;

import org.jspecify.annotations.NullMarked;
