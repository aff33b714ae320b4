/** The slow callback: how long each entry of a walk is held up, and what was really observed. */
@NullMarked
package avalanche.victim.fault;

import org.jspecify.annotations.NullMarked;
