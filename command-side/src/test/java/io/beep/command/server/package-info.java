/** Servers and who is in them. */
@NullMarked
package io.beep.command.server;

import org.jspecify.annotations.NullMarked;
