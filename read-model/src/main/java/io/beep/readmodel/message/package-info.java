/** Rows of the channels' histories. */
@NullMarked
package io.beep.readmodel.message;

import org.jspecify.annotations.NullMarked;
