/** The cluster of the E2E tests, and what they do to it that the platform does not. */
@NullMarked
package avalanche.scenarios.cluster;

import org.jspecify.annotations.NullMarked;
