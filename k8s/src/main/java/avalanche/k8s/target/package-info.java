/** The service as a Deployment, and how it is reached, scaled and ended. */
@NullMarked
package avalanche.k8s.target;

import org.jspecify.annotations.NullMarked;
