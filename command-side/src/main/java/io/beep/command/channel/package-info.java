/** The channels of a server. */
@NullMarked
package io.beep.command.channel;

import org.jspecify.annotations.NullMarked;
