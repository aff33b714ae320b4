/** What is hurt, and the receipts that prove it landed. */
@NullMarked
package avalanche.chaos.fault;

import org.jspecify.annotations.NullMarked;
