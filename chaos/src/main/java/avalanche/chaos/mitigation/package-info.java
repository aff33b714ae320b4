/** Changes that are tried against an incident while it runs: data, and which order of the platform's each stands for. */
@NullMarked
package avalanche.chaos.mitigation;

import org.jspecify.annotations.NullMarked;
