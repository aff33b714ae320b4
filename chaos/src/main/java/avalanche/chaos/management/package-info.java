/** The ways to a service's management port that more than one platform uses. */
@NullMarked
package avalanche.chaos.management;

import org.jspecify.annotations.NullMarked;
