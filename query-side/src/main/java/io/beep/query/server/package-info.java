/** Servers, their channels and members, and what of the stream a user may see. */
@NullMarked
package io.beep.query.server;

import org.jspecify.annotations.NullMarked;
