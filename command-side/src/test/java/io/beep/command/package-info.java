/** Decisions, told as given, when, then. */
@NullMarked
package io.beep.command;

import org.jspecify.annotations.NullMarked;
