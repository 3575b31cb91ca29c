/** The edge of servers and of who is in them. */
@NullMarked
package io.beep.gateway.server;

import org.jspecify.annotations.NullMarked;
