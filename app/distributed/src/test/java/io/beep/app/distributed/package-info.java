/** Settings, as those who run nodes give them. */
@NullMarked
package io.beep.app.distributed;

import org.jspecify.annotations.NullMarked;
