/** Ids. */
@NullMarked
package io.beep.coreapi.shared;

import org.jspecify.annotations.NullMarked;
