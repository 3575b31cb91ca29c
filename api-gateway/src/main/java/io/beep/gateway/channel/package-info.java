/** The edge of channels. */
@NullMarked
package io.beep.gateway.channel;

import org.jspecify.annotations.NullMarked;
