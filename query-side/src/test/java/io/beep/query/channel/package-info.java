/** What is answered about channels, on a real PostgreSQL. */
@NullMarked
package io.beep.query.channel;

import org.jspecify.annotations.NullMarked;
