@NullMarked
package io.beep.media.picture;

import org.jspecify.annotations.NullMarked;
