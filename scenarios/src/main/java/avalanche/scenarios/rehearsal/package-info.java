/** The orchestrator: control run, incident run, verdict, record. */
@NullMarked
package avalanche.scenarios.rehearsal;

import org.jspecify.annotations.NullMarked;
