/** The feed over HTTP, and its parts alone. */
@NullMarked
package io.beep.gateway.feed;

import org.jspecify.annotations.NullMarked;
