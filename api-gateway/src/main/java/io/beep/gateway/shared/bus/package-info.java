/** The way to the command bus and the query bus, and what is known of the event stream. */
@NullMarked
package io.beep.gateway.shared.bus;

import org.jspecify.annotations.NullMarked;
