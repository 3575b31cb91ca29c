/** What names an invitation. */
@NullMarked
package io.beep.coreapi.invitation;

import org.jspecify.annotations.NullMarked;
