package io.beep.app.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The statements on the table of receipts. A receipt counts for 24 hours; then its key is free. */
final class ReceiptTable {

  /** What is removed at once, so that nobody who appends waits for it. */
  static final int SLICE = 5_000;

  private static final String EXPIRED = "recorded_at < now() - interval '24 hours'";

  private ReceiptTable() {}

  /** Who and with which key, as one value. */
  record Key(String actor, String key) {
    static Key of(Receipt receipt) {
      return new Key(receipt.actor(), receipt.key());
    }
  }

  /** Writes those whose key is still free, and tells which. */
  static Set<Key> insertNew(Connection connection, List<Receipt> receipts) throws SQLException {
    if (receipts.isEmpty()) {
      return Set.of();
    }
    String sql =
        "insert into command_receipt"
            + " (actor, idempotency_key, request_hash, result_type, result, position)"
            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])"
            + " on conflict (actor, idempotency_key) do update set request_hash = excluded.request_hash,"
            + " result_type = excluded.result_type, result = excluded.result,"
            + " position = excluded.position, recorded_at = now()"
            + " where command_receipt."
            + EXPIRED
            + " returning actor, idempotency_key";
    Set<Key> inserted = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setArray(1, texts(connection, receipts, Receipt::actor));
      insert.setArray(2, texts(connection, receipts, Receipt::key));
      insert.setArray(3, texts(connection, receipts, Receipt::requestHash));
      insert.setArray(4, texts(connection, receipts, Receipt::resultType));
      insert.setArray(5, texts(connection, receipts, Receipt::result));
      insert.setArray(
          6,
          connection.createArrayOf(
              "bigint", receipts.stream().map(Receipt::position).toArray(Long[]::new)));
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          inserted.add(new Key(row.getString(1), row.getString(2)));
        }
      }
    }
    return inserted;
  }

  static Optional<Receipt> find(Connection connection, String actor, String key)
      throws SQLException {
    String sql =
        "select request_hash, result_type, result, position from command_receipt"
            + " where actor = ? and idempotency_key = ? and not "
            + EXPIRED;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, actor);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Receipt(
                    actor,
                    key,
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4)))
            : Optional.empty();
      }
    }
  }

  /** Removes some that count no more, the oldest first; gives their number. */
  static int deleteExpired(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from command_receipt where ctid = any (array("
                + "select ctid from command_receipt where "
                + EXPIRED
                + " order by recorded_at limit "
                + SLICE
                + "))")) {
      return delete.executeUpdate();
    }
  }

  private static Array texts(
      Connection connection, List<Receipt> receipts, Function<Receipt, String> field)
      throws SQLException {
    return connection.createArrayOf("text", receipts.stream().map(field).toArray(String[]::new));
  }
}
