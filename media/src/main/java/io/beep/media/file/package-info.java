/** Files in an S3 object store. */
@NullMarked
package io.beep.media.file;

import org.jspecify.annotations.NullMarked;
