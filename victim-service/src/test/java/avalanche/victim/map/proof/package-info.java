/** Proofs: functions of a provider that throw an {@link AssertionError} where its maps are not what they claim to be. */
@NullMarked
package avalanche.victim.map.proof;

import org.jspecify.annotations.NullMarked;
