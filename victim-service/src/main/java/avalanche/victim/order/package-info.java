/** Orders and their HTTP API. */
@NullMarked
package avalanche.victim.order;

import org.jspecify.annotations.NullMarked;
