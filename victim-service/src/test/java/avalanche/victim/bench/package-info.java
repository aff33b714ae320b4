/** The benchmark of the maps: what each costs, and what a write waits for while a walk runs. */
@NullMarked
package avalanche.victim.bench;

import org.jspecify.annotations.NullMarked;
