/** Channels. */
@NullMarked
package io.beep.command.channel;

import org.jspecify.annotations.NullMarked;
