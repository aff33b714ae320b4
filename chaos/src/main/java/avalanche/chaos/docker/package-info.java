/** Victim and injectors in containers of a Docker engine: real memory limits, the kernel's own kills. */
@NullMarked
package avalanche.chaos.docker;

import org.jspecify.annotations.NullMarked;
