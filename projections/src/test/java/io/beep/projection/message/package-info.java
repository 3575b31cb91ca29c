/** What becomes of the events of messages. */
@NullMarked
package io.beep.projection.message;

import org.jspecify.annotations.NullMarked;
