/** What operators do about events that could not be handled. */
@NullMarked
package io.beep.projection.deadletter;

import org.jspecify.annotations.NullMarked;
