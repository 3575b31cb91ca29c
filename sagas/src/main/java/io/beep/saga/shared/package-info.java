/** What processes share. */
@NullMarked
package io.beep.saga.shared;

import org.jspecify.annotations.NullMarked;
