/**
 * Handlers of events that write the read model: PostgreSQL rows in one transaction with the token,
 * and the search index at least once by id. Every group can be reset, replayed and fed twice.
 */
@NullMarked
package io.beep.projection;

import org.jspecify.annotations.NullMarked;
