/** All projections together. */
@NullMarked
package io.beep.projection;

import org.jspecify.annotations.NullMarked;
