/**
 * The end of pictures that nobody shows: what an upload left behind that was cut off, and what
 * could not be removed when it was replaced. {@link io.beep.saga.picture.PictureSweep} looks
 * through the store once a day.
 */
@NullMarked
package io.beep.saga.picture;

import org.jspecify.annotations.NullMarked;
