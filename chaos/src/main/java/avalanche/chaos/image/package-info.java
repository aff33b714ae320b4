/** Images of service and injector: what is in them, how they are built, what a container of them is told. */
@NullMarked
package avalanche.chaos.image;

import org.jspecify.annotations.NullMarked;
