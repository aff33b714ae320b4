/**
 * Where a service runs: platforms, the targets they start and the injections they carry; JDK types and evidence only.
 */
@NullMarked
package avalanche.chaos.target;

import org.jspecify.annotations.NullMarked;
