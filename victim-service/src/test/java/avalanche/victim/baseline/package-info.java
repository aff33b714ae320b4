/** Maps of others that a user would ask for, behind the interface of the service's own; no part of the service. */
@NullMarked
package avalanche.victim.baseline;

import org.jspecify.annotations.NullMarked;
