/** How a life of the service ended, concluded from evidence, and how long to wait before the next one. */
@NullMarked
package avalanche.chaos.life;

import org.jspecify.annotations.NullMarked;
