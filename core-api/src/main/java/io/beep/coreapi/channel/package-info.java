/** What happens to the channels of a server. */
@NullMarked
package io.beep.coreapi.channel;

import org.jspecify.annotations.NullMarked;
