/** Lines of several injectors, as one stream. */
@NullMarked
package avalanche.chaos.stream;

import org.jspecify.annotations.NullMarked;
