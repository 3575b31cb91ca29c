/** Messages: sent once, read in both directions, found again. */
@NullMarked
package io.beep.acceptance.message;

import org.jspecify.annotations.NullMarked;
