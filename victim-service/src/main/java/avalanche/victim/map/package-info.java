/** The maps that orders are kept in, and what their locks report of themselves. */
@NullMarked
package avalanche.victim.map;

import org.jspecify.annotations.NullMarked;
