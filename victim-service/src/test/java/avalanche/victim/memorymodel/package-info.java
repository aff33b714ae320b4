/** The maps under the Java memory model, by jcstress: what no interleaving of whole steps explains must not be seen. */
@NullMarked
package avalanche.victim.memorymodel;

import org.jspecify.annotations.NullMarked;
