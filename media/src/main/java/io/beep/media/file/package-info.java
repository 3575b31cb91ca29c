/**
 * Files in an S3 object store, and the pictures among them.
 *
 * <p>Of a picture nothing is believed: its type is told by its bytes, its size is read before it is
 * decoded, and what is kept is written anew, without anything that stood beside the pixels. Each
 * size is an object of its own, {@code pictures/<id>/<width>}. One that was put is never changed.
 */
@NullMarked
package io.beep.media.file;

import org.jspecify.annotations.NullMarked;
