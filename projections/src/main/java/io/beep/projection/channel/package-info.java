/** Channels and their overwrites. */
@NullMarked
package io.beep.projection.channel;

import org.jspecify.annotations.NullMarked;
