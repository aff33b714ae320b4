/** How a full walk over the map is done, and for how long. */
@NullMarked
package avalanche.victim.traversal;

import org.jspecify.annotations.NullMarked;
