/** Maps that are broken on purpose, by which the proofs are proven: each of these must be caught. */
@NullMarked
package avalanche.victim.map.mutant;

import org.jspecify.annotations.NullMarked;
