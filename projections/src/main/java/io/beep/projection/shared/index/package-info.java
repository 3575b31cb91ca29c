/** What projections need that write documents: indexes behind an alias, and calls that end. */
@NullMarked
package io.beep.projection.shared.index;

import org.jspecify.annotations.NullMarked;
