package io.beep.app.operations.presence;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What people chose, in a table. Whoever is simply online has no row. */
public final class StoredStatuses implements ChosenStatuses {

  /** Schema and folder of its migrations. */
  public static final String SCHEMA = "gateway";

  public static final String MIGRATIONS = "db/gateway";

  /** One reads for a node, one writes for a person. */
  public static final int CONNECTIONS = 2;

  private static final int SECONDS = 5;

  private final DataSource dataSource;

  public StoredStatuses(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<UserId, Status> of(Collection<UserId> users) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select user_id, status from chosen_status where user_id = any(?)")) {
      select.setQueryTimeout(SECONDS);
      select.setArray(
          1,
          connection.createArrayOf("uuid", users.stream().map(UserId::value).toArray(UUID[]::new)));
      Map<UserId, Status> found = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          // What only a newer Beep knows is as good as not being there: nothing is given away.
          found.put(
              new UserId(rows.getObject(1, UUID.class)),
              Status.named(rows.getString(2)).orElse(Status.INVISIBLE));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("what people chose cannot be read", e);
    }
  }

  @Override
  public void choose(UserId user, Status status, Instant now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write =
            connection.prepareStatement(
                status == Status.ONLINE
                    ? "delete from chosen_status where user_id = ?"
                    : """
                      insert into chosen_status (user_id, status, chosen_at) values (?, ?, ?)
                      on conflict (user_id)
                        do update set status = excluded.status, chosen_at = excluded.chosen_at
                      """)) {
      write.setQueryTimeout(SECONDS);
      write.setObject(1, user.value());
      if (status != Status.ONLINE) {
        write.setString(2, status.wireName());
        write.setTimestamp(3, Timestamp.from(now));
      }
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("what someone chose cannot be written", e);
    }
  }
}
