/** What the projections of servers write. */
@NullMarked
package io.beep.projection.server;

import org.jspecify.annotations.NullMarked;
