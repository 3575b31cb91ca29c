package io.beep.app.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** The statements on the tables of events and snapshots. */
final class EventTable {

  private static final String STORED_FORM =
      "aggregate_type, aggregate_identifier, sequence_number, event_identifier, time_stamp,"
          + " payload_type, payload_revision, payload, meta_data";

  private static final String INSERT =
      "insert into domain_event_entry (global_index, "
          + STORED_FORM
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)";

  private EventTable() {}

  /** The position of the newest event, -1 when there is none. */
  static long head(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select coalesce(max(global_index), -1) from domain_event_entry");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Writes the events in order, the first at {@code position}; gives the position after the last.
   */
  static long insert(Connection connection, long position, List<AppendRequest> requests)
      throws SQLException {
    long next = position;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (AppendRequest request : requests) {
        for (NewEvent event : request.events()) {
          insert.setLong(1, next++);
          bind(insert, event);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    return next;
  }

  private static void bind(PreparedStatement insert, NewEvent event) throws SQLException {
    insert.setString(2, event.message().getType());
    insert.setString(3, event.message().getAggregateIdentifier());
    insert.setLong(4, event.message().getSequenceNumber());
    insert.setString(5, event.message().getIdentifier());
    insert.setObject(6, OffsetDateTime.ofInstant(event.timestamp(), ZoneOffset.UTC));
    insert.setString(7, event.payloadType());
    insert.setString(8, event.revision());
    insert.setString(9, event.payload());
    insert.setString(10, event.metaData());
  }

  static List<TrackedDomainEventData<String>> after(Connection connection, long position, int limit)
      throws SQLException {
    String sql =
        "select global_index, "
            + STORED_FORM
            + " from domain_event_entry where global_index > ? order by global_index limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, position);
      select.setInt(2, limit);
      List<TrackedDomainEventData<String>> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(
              new TrackedDomainEventData<>(
                  new GlobalSequenceTrackingToken(row.getLong("global_index")), event(row)));
        }
      }
      return events;
    }
  }

  static List<DomainEventData<String>> ofAggregate(
      Connection connection, String aggregate, long firstSequence, int limit) throws SQLException {
    String sql =
        "select "
            + STORED_FORM
            + " from domain_event_entry where aggregate_identifier = ? and sequence_number >= ?"
            + " order by sequence_number limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, aggregate);
      select.setLong(2, firstSequence);
      select.setInt(3, limit);
      List<DomainEventData<String>> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      return events;
    }
  }

  static Optional<Long> lastSequence(Connection connection, String aggregate) throws SQLException {
    String sql =
        "select max(sequence_number) from domain_event_entry where aggregate_identifier = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, aggregate);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long last = row.getLong(1);
        return row.wasNull() ? Optional.empty() : Optional.of(last);
      }
    }
  }

  /** The last identifier that begins so, found by the index. */
  static Optional<String> lastIdentifier(Connection connection, String prefix) throws SQLException {
    int end = prefix.length() - 1;
    String sql =
        "select max(aggregate_identifier) from domain_event_entry"
            + " where aggregate_identifier >= ? and aggregate_identifier < ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, prefix);
      select.setString(2, prefix.substring(0, end) + (char) (prefix.charAt(end) + 1));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getString(1));
      }
    }
  }

  /** The position of the last event before this time, -1 when there is none. */
  static long positionBefore(Connection connection, Instant time) throws SQLException {
    String sql =
        "select coalesce(max(global_index), -1) from domain_event_entry where time_stamp < ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setTimestamp(1, Timestamp.from(time));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static Optional<Instant> timeOf(Connection connection, long position) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select time_stamp from domain_event_entry where global_index = ?")) {
      select.setLong(1, position);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(row.getObject("time_stamp", OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  static void replaceSnapshot(Connection connection, NewEvent snapshot) throws SQLException {
    String sql =
        "insert into snapshot_event_entry ("
            + STORED_FORM
            + ") values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)"
            + " on conflict (aggregate_identifier) do update set"
            + " sequence_number = excluded.sequence_number,"
            + " event_identifier = excluded.event_identifier, time_stamp = excluded.time_stamp,"
            + " payload_type = excluded.payload_type,"
            + " payload_revision = excluded.payload_revision, payload = excluded.payload,"
            + " meta_data = excluded.meta_data"
            + " where snapshot_event_entry.sequence_number < excluded.sequence_number";
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setString(1, snapshot.message().getType());
      upsert.setString(2, snapshot.message().getAggregateIdentifier());
      upsert.setLong(3, snapshot.message().getSequenceNumber());
      upsert.setString(4, snapshot.message().getIdentifier());
      upsert.setObject(5, OffsetDateTime.ofInstant(snapshot.timestamp(), ZoneOffset.UTC));
      upsert.setString(6, snapshot.payloadType());
      upsert.setString(7, snapshot.revision());
      upsert.setString(8, snapshot.payload());
      upsert.setString(9, snapshot.metaData());
      upsert.executeUpdate();
    }
  }

  static Optional<DomainEventData<String>> snapshot(Connection connection, String aggregate)
      throws SQLException {
    String sql =
        "select " + STORED_FORM + " from snapshot_event_entry where aggregate_identifier = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, aggregate);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(event(row)) : Optional.empty();
      }
    }
  }

  private static DomainEventData<String> event(ResultSet row) throws SQLException {
    return new GenericDomainEventEntry<>(
        row.getString("aggregate_type"),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("event_identifier"),
        row.getObject("time_stamp", OffsetDateTime.class).toInstant(),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getString("payload"),
        row.getString("meta_data"));
  }
}
