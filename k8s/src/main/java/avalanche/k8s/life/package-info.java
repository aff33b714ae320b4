/** The lives of a service's containers, as the states of their pods tell them. */
@NullMarked
package avalanche.k8s.life;

import org.jspecify.annotations.NullMarked;
