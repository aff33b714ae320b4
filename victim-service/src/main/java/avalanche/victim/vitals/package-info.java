/** The management port and the documents that it serves. */
@NullMarked
package avalanche.victim.vitals;

import org.jspecify.annotations.NullMarked;
