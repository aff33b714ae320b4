/** What is said of a setting that is not allowed. */
@NullMarked
package avalanche.victim.setting;

import org.jspecify.annotations.NullMarked;
