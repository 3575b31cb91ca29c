/** What is too large for events: files, later voice. */
@NullMarked
package io.beep.media;

import org.jspecify.annotations.NullMarked;
