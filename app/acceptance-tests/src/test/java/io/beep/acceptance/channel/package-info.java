/** The channels of a server. */
@NullMarked
package io.beep.acceptance.channel;

import org.jspecify.annotations.NullMarked;
