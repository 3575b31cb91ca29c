/** The side that decides: commands in, events out. */
@NullMarked
package io.beep.command;

import org.jspecify.annotations.NullMarked;
