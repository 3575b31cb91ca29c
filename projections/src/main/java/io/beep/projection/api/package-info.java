/** What operators ask of projections, and what a product gives for it. */
@NullMarked
package io.beep.projection.api;

import org.jspecify.annotations.NullMarked;
