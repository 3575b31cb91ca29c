/** What is stored and decided, pinned. */
@NullMarked
package io.beep.coreapi;

import org.jspecify.annotations.NullMarked;
