/** What a cluster tells of pods: their states by watch, their logs and their events, through lost connections. */
@NullMarked
package avalanche.k8s.pods;

import org.jspecify.annotations.NullMarked;
