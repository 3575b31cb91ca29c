/** Messages. */
@NullMarked
package io.beep.command.message;

import org.jspecify.annotations.NullMarked;
