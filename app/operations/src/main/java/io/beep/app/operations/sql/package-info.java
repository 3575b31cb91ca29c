/**
 * Statements that take too long, told with their text and never with what was put into it. JDBC and
 * R2DBC are watched alike, below the pools, so that no wait for a connection is taken for a slow
 * statement.
 */
@NullMarked
package io.beep.app.operations.sql;

import org.jspecify.annotations.NullMarked;
