/**
 * The event store on PostgreSQL.
 *
 * <p>One writer thread gathers the appends of concurrent commands into one transaction and gives
 * each event its position. Positions are dense and grow in the order of commits, so that nobody who
 * reads on from a position can ever miss an event. What was written last is kept in memory too,
 * where every follower of the stream finds it without a query.
 *
 * <p>Owns the schema {@code db/event-store}: {@code domain_event_entry}, {@code
 * snapshot_event_entry}, {@code command_receipt}.
 */
@NullMarked
package io.beep.app.eventstore;

import org.jspecify.annotations.NullMarked;
