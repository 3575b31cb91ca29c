/** What moderation says of itself. */
@NullMarked
package io.beep.coreapi.moderation;

import org.jspecify.annotations.NullMarked;
