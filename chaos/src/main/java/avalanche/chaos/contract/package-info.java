/** The JSON documents of the service's contract, read strictly: what does not keep to it is named by its place. */
@NullMarked
package avalanche.chaos.contract;

import org.jspecify.annotations.NullMarked;
