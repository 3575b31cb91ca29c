/** The gateway as a whole, over HTTP, with recording handlers behind real buses. */
@NullMarked
package io.beep.gateway;

import org.jspecify.annotations.NullMarked;
