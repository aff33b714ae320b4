/** The Docker engine: found as Testcontainers finds it, reached through the client that comes with it. */
@NullMarked
package avalanche.chaos.engine;

import org.jspecify.annotations.NullMarked;
