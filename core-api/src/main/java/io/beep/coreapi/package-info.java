/** The language that every other module speaks. */
@NullMarked
package io.beep.coreapi;

import org.jspecify.annotations.NullMarked;
