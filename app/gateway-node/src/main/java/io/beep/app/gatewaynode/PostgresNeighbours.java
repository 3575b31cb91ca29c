package io.beep.app.gatewaynode;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.feed.presence.Neighbours;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that know of each other's people by two tables: once a second each node writes what changed
 * with its own people, renews its lease, and reads what changed with those of others. A node whose
 * lease ran out is silent. It is the database's clock that counts.
 *
 * <p>A node that ends does not say so: its people are at another one before its lease is over, and
 * never seem to be gone.
 */
final class PostgresNeighbours implements Neighbours, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresNeighbours.class);

  static final String SCHEMA = "presence";
  static final String MIGRATIONS = "db/presence";
  static final int CONNECTIONS = 1;

  /** A node that cannot renew its lease for this long is not there, or as good as. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration END_LIMIT = Duration.ofSeconds(3);

  /** Rows of those who are gone, and of nodes that are, are kept until everyone has read them. */
  private static final int KEPT_SECONDS = 300;

  private static final int TURNS_BETWEEN_CLEANING = 60;

  /** What goes in one statement. */
  private static final int BATCH = 5_000;

  private static final int STATEMENT_SECONDS = 10;

  private final UUID node = UUID.randomUUID();
  private final DataSource dataSource;
  private final Duration lease;
  private final Thread thread;

  /** Everyone who is here; null for who is not any more and of whom that is still to be told. */
  private final Map<UserId, @Nullable Guest> mine = new HashMap<>();

  private final Set<UserId> toTell = new HashSet<>();

  /** The newest version that was read of each node. Used by the thread alone, as what follows. */
  private final Map<UUID, Long> known = new HashMap<>();

  private long version;
  private long turns;
  private volatile Consumer<List<Told>> listener = _ -> {};

  private PostgresNeighbours(DataSource dataSource, Duration lease) {
    this.dataSource = dataSource;
    this.lease = lease;
    this.thread = Thread.ofPlatform().name("presence-neighbours").unstarted(this::run);
  }

  /** Starts without waiting for the database. */
  static PostgresNeighbours start(DataSource dataSource, Duration lease) {
    PostgresNeighbours neighbours = new PostgresNeighbours(dataSource, lease);
    neighbours.thread.start();
    return neighbours;
  }

  @Override
  public void here(Guest guest) {
    synchronized (mine) {
      mine.put(guest.user(), guest);
      toTell.add(guest.user());
    }
  }

  @Override
  public void gone(UserId user) {
    synchronized (mine) {
      mine.put(user, null);
      toTell.add(user);
    }
  }

  @Override
  public void listen(Consumer<List<Told>> newListener) {
    listener = newListener;
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        turn();
      } catch (SQLException e) {
        LOG.warn("who is at other nodes is not known: {}", e.getMessage());
        tellAll();
      } catch (RuntimeException fault) {
        LOG.error("who is at other nodes is not known", fault);
        tellAll();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PACE.toMillis());
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void turn() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!renew(connection)) {
          // The tables are empty: a first turn, or the server crashed.
          tellAll();
        }
        tell(connection);
        connection.commit();
        List<Told> told = read(connection);
        if (turns++ % TURNS_BETWEEN_CLEANING == 0) {
          clean(connection);
        }
        connection.commit();
        if (!told.isEmpty()) {
          listener.accept(told);
        }
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private void tellAll() {
    synchronized (mine) {
      toTell.addAll(mine.keySet());
    }
  }

  /** Whether this node had a lease. */
  private boolean renew(Connection connection) throws SQLException {
    try (PreparedStatement renew =
        prepare(
            connection,
            "insert into node (node, seen_at) values (?, clock_timestamp()) on conflict (node)"
                + " do update set seen_at = excluded.seen_at returning xmax <> 0")) {
      renew.setObject(1, node);
      try (ResultSet row = renew.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private void tell(Connection connection) throws SQLException {
    Map<UserId, @Nullable Guest> telling = new HashMap<>();
    synchronized (mine) {
      Iterator<UserId> next = toTell.iterator();
      while (next.hasNext() && telling.size() < BATCH) {
        UserId user = next.next();
        telling.put(user, mine.get(user));
        next.remove();
      }
    }
    if (telling.isEmpty()) {
      return;
    }
    version++;
    try (PreparedStatement write =
        prepare(
            connection,
            """
            insert into guest (node, user_id, here, idle, chosen, servers, version, told_at)
            values (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
            on conflict (node, user_id) do update set here = excluded.here, idle = excluded.idle,
              chosen = excluded.chosen, servers = excluded.servers, version = excluded.version,
              told_at = excluded.told_at
            """)) {
      for (Map.Entry<UserId, @Nullable Guest> one : telling.entrySet()) {
        Guest guest = one.getValue();
        write.setObject(1, node);
        write.setObject(2, one.getKey().value());
        write.setBoolean(3, guest != null);
        write.setBoolean(4, guest != null && guest.idle());
        write.setString(5, (guest == null ? Status.INVISIBLE : guest.chosen()).wireName());
        write.setArray(6, connection.createArrayOf("uuid", servers(guest)));
        write.setLong(7, version);
        write.addBatch();
      }
      write.executeBatch();
    } catch (SQLException e) {
      synchronized (mine) {
        toTell.addAll(telling.keySet());
      }
      throw e;
    }
    forget(telling);
  }

  private void forget(Map<UserId, @Nullable Guest> told) {
    synchronized (mine) {
      told.forEach(
          (user, guest) -> {
            if (guest == null && mine.get(user) == null) {
              mine.remove(user);
            }
          });
    }
  }

  private static UUID[] servers(@Nullable Guest guest) {
    return guest == null
        ? new UUID[0]
        : guest.servers().stream().map(ServerId::value).toArray(UUID[]::new);
  }

  private List<Told> read(Connection connection) throws SQLException {
    Set<UUID> alive = alive(connection);
    List<Told> told = new ArrayList<>();
    known
        .keySet()
        .removeIf(
            other -> {
              boolean silent = !alive.contains(other);
              if (silent) {
                told.add(new Told.Silent(other.toString()));
              }
              return silent;
            });
    alive.forEach(other -> known.putIfAbsent(other, 0L));
    if (known.isEmpty()) {
      return told;
    }
    List<UUID> nodes = List.copyOf(known.keySet());
    try (PreparedStatement changed =
        prepare(
            connection,
            """
            select g.node, g.user_id, g.here, g.idle, g.chosen, g.servers, g.version
            from guest g
            join unnest(?::uuid[], ?::bigint[]) k(node, version)
              on g.node = k.node and g.version > k.version
            order by g.node, g.version
            """)) {
      changed.setArray(1, connection.createArrayOf("uuid", nodes.toArray()));
      changed.setArray(
          2, connection.createArrayOf("bigint", nodes.stream().map(known::get).toArray()));
      try (ResultSet rows = changed.executeQuery()) {
        while (rows.next()) {
          told.add(told(rows));
          known.merge(rows.getObject("node", UUID.class), rows.getLong("version"), Math::max);
        }
      }
    }
    return told;
  }

  private Set<UUID> alive(Connection connection) throws SQLException {
    Set<UUID> alive = new HashSet<>();
    try (PreparedStatement select =
        prepare(
            connection,
            "select node from node where node <> ?"
                + " and seen_at > clock_timestamp() - ? * interval '1 millisecond'")) {
      select.setObject(1, node);
      select.setLong(2, lease.toMillis());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          alive.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return alive;
  }

  private static Told told(ResultSet row) throws SQLException {
    String other = row.getString("node");
    UserId user = new UserId(row.getObject("user_id", UUID.class));
    if (!row.getBoolean("here")) {
      return new Told.Gone(other, user);
    }
    Array servers = row.getArray("servers");
    return new Told.Here(
        other,
        new Guest(
            user,
            row.getBoolean("idle"),
            // What only a newer node knows gives nothing away.
            Status.named(row.getString("chosen")).orElse(Status.INVISIBLE),
            Stream.of((UUID[]) servers.getArray()).map(ServerId::new).collect(Collectors.toSet())));
  }

  private static void clean(Connection connection) throws SQLException {
    for (String statement :
        List.of(
            "delete from node where seen_at < clock_timestamp() - ? * interval '1 second'",
            "delete from guest where told_at < clock_timestamp() - ? * interval '1 second'"
                + " and (not here or node not in (select node from node))")) {
      try (PreparedStatement delete = prepare(connection, statement)) {
        delete.setInt(1, KEPT_SECONDS);
        delete.executeUpdate();
      }
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(STATEMENT_SECONDS);
    return statement;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    var _ = thread.join(END_LIMIT);
  }
}
