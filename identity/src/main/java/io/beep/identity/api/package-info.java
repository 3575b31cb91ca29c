/**
 * What other modules may ask of identity, in the same process. Nothing else of it is theirs to
 * import.
 */
@NullMarked
package io.beep.identity.api;

import org.jspecify.annotations.NullMarked;
