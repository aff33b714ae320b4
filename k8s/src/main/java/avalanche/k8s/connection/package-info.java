/** Which cluster is used, whether it may be, and the clients that reach it. */
@NullMarked
package avalanche.k8s.connection;

import org.jspecify.annotations.NullMarked;
