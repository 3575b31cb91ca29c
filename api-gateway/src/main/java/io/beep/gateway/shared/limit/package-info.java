/** How much one may ask for. Every number stands in {@link io.beep.gateway.shared.limit.Limits}. */
@NullMarked
package io.beep.gateway.shared.limit;

import org.jspecify.annotations.NullMarked;
