/** People as others may know them. */
@NullMarked
package io.beep.command.user;

import org.jspecify.annotations.NullMarked;
