/** Keeping order: kicks, bans and time-outs over HTTP. */
@NullMarked
package io.beep.gateway.moderation;

import org.jspecify.annotations.NullMarked;
