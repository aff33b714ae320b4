/** What is created in a cluster: pure functions from a specification to Kubernetes objects, and their YAML. */
@NullMarked
package avalanche.k8s.manifest;

import org.jspecify.annotations.NullMarked;
