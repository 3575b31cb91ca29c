/** Rules that only the text can break: what the compiler throws away, and what is not compiled. */
@NullMarked
package io.beep.architecture.source;

import org.jspecify.annotations.NullMarked;
