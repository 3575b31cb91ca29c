/** How a batch of events becomes one transaction, and how far each group is. */
@NullMarked
package io.beep.projection.shared;

import org.jspecify.annotations.NullMarked;
