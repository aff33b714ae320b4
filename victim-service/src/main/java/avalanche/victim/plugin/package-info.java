/** Strategies of the user's own, found in jars beside the service. */
@NullMarked
package avalanche.victim.plugin;

import org.jspecify.annotations.NullMarked;
