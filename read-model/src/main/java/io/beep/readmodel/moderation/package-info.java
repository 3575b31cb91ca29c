/** Rows of what is reported. */
@NullMarked
package io.beep.readmodel.moderation;

import org.jspecify.annotations.NullMarked;
