/** Injectors as Jobs, one for each shard. */
@NullMarked
package avalanche.k8s.injection;

import org.jspecify.annotations.NullMarked;
