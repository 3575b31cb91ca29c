/** The edge of pictures: those of servers and of oneself come in here, and are served to all. */
@NullMarked
package io.beep.gateway.picture;

import org.jspecify.annotations.NullMarked;
