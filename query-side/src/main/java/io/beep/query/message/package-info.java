/** Histories of channels, and messages that are found by their words. */
@NullMarked
package io.beep.query.message;

import org.jspecify.annotations.NullMarked;
