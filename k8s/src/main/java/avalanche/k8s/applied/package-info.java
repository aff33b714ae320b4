/** Objects of the user's own, of any kind: read from a manifest, created for a run, read back and deleted again. */
@NullMarked
package avalanche.k8s.applied;

import org.jspecify.annotations.NullMarked;
