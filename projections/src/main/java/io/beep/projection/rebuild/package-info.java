/**
 * Projections are built anew beside the ones that serve, and take their place at once.
 *
 * <p>Whatever a rebuild needs stands in a schema of its own, {@code rebuild_<group>}: the tables
 * with their rows, how far each segment is, and its dead letters. Dropping the schema undoes it;
 * the last transaction moves its tables into the schema that is read, and drops the rest.
 */
@NullMarked
package io.beep.projection.rebuild;

import org.jspecify.annotations.NullMarked;
