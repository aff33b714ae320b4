/** Victim and injectors as child processes of this machine, tied to the harness's own life. */
@NullMarked
package avalanche.chaos.local;

import org.jspecify.annotations.NullMarked;
