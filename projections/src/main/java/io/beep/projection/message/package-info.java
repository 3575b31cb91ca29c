/** Histories of channels, and the index in which they are searched. */
@NullMarked
package io.beep.projection.message;

import org.jspecify.annotations.NullMarked;
