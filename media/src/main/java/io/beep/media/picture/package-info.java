/**
 * Pictures of servers and people. What comes in is believed nothing: its type is told by its bytes,
 * its size is read before it is decoded, and what is kept is written anew, without anything that
 * stood beside the pixels.
 *
 * <p>Each size is an object of its own, {@code pictures/<id>/<width>}. One that was put is never
 * changed.
 */
@NullMarked
package io.beep.media.picture;

import org.jspecify.annotations.NullMarked;
