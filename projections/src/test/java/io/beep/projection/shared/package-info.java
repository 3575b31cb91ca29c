/** Projections fed by a real processor. */
@NullMarked
package io.beep.projection.shared;

import org.jspecify.annotations.NullMarked;
