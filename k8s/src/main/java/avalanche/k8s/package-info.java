/** The Kubernetes platform: the only package that may import io.kubernetes. */
@NullMarked
package avalanche.k8s;

import org.jspecify.annotations.NullMarked;
