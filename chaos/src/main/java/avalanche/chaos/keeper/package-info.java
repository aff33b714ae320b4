/** Looking after a service that may die: readiness, the end of each life, the back-off before the next. */
@NullMarked
package avalanche.chaos.keeper;

import org.jspecify.annotations.NullMarked;
