/** Against a real S3 server. */
@NullMarked
package io.beep.media.file;

import org.jspecify.annotations.NullMarked;
