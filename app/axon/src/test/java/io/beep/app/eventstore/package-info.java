/** Against a real PostgreSQL. */
@NullMarked
package io.beep.app.eventstore;

import org.jspecify.annotations.NullMarked;
