/** The edge of chat messages. */
@NullMarked
package io.beep.gateway.message;

import org.jspecify.annotations.NullMarked;
