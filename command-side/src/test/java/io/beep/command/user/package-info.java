/** Users. */
@NullMarked
package io.beep.command.user;

import org.jspecify.annotations.NullMarked;
