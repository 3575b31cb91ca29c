package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Schema;
import io.beep.app.standalone.backup.Manifest.Sequence;
import io.beep.app.standalone.backup.Manifest.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The database as it is at one moment, while it goes on changing: all reads are of one transaction
 * with one snapshot.
 */
final class DatabaseSnapshot implements AutoCloseable {

  /** A table of 100 million events is read in less. */
  private static final String TABLE_LIMIT = "set statement_timeout = '6h'";

  private static final String LOCK_LIMIT = "set lock_timeout = '10s'";

  private final Connection connection;
  private final long position;

  /** Gives each entry of the file a stream. */
  interface Entries {
    void write(String name, Content content) throws IOException, SQLException;
  }

  /** Writes one entry. */
  interface Content {
    void to(OutputStream out) throws IOException, SQLException;
  }

  private DatabaseSnapshot(Connection connection, long position) {
    this.connection = connection;
    this.position = position;
  }

  /**
   * @param connection that is used for nothing else; ends with the snapshot
   */
  static DatabaseSnapshot take(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE_LIMIT);
      statement.execute(LOCK_LIMIT);
      // The first look at data is the moment of the snapshot.
      try (ResultSet row =
          statement.executeQuery(
              "select coalesce(max(global_index), -1) from events.domain_event_entry")) {
        row.next();
        return new DatabaseSnapshot(connection, row.getLong(1));
      }
    }
  }

  /** Of the last event, -1 for none. */
  long position() {
    return position;
  }

  /**
   * Writes every table of every schema that is kept.
   *
   * @throws BackupException when there is a schema that nobody could restore
   */
  List<Schema> writeTo(Entries entries) throws IOException, SQLException {
    List<Schema> schemas = new ArrayList<>();
    for (String schema :
        texts(
            """
            select n.nspname from pg_namespace n
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and exists (select from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p'))
            order by 1
            """)) {
      if (ModuleSchemas.KEPT.containsKey(schema)) {
        schemas.add(writeSchema(schema, entries));
      } else if (!ModuleSchemas.isDerived(schema)) {
        throw new BackupException(
            "The schema " + schema + " is of no module that a backup knows; nothing was written.");
      }
    }
    return schemas;
  }

  private Schema writeSchema(String schema, Entries entries) throws IOException, SQLException {
    List<Table> tables = new ArrayList<>();
    for (String table :
        texts(
            """
            select relname from pg_class
            where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
              and relname <> 'flyway_schema_history'
            order by 1
            """,
            schema)) {
      tables.add(writeTable(schema, table, entries));
    }
    return new Schema(schema, version(schema), tables, sequences(schema));
  }

  private Table writeTable(String schema, String table, Entries entries)
      throws IOException, SQLException {
    List<String> columns =
        texts(
            """
            select attname from pg_attribute
            where attrelid = (quote_ident(?) || '.' || quote_ident(?))::regclass
              and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """,
            schema,
            table);
    String entry = "database/" + schema + "/" + table + ".copy";
    String sql =
        "copy (select %s from %s.%s) to stdout"
            .formatted(list(columns), quoted(schema), quoted(table));
    long[] rows = new long[1];
    entries.write(
        entry,
        out -> rows[0] = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out));
    return new Table(table, columns, rows[0], entry);
  }

  private String version(String schema) throws SQLException {
    return texts(
            """
            select version from %s.flyway_schema_history
            where success and version is not null order by installed_rank desc limit 1
            """
                .formatted(quoted(schema)))
        .getFirst();
  }

  private List<Sequence> sequences(String schema) throws SQLException {
    List<Sequence> sequences = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select sequencename, last_value from pg_sequences
            where schemaname = ? and last_value is not null order by 1
            """)) {
      select.setString(1, schema);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sequences.add(new Sequence(row.getString(1), row.getLong(2)));
        }
      }
    }
    return sequences;
  }

  private List<String> texts(String sql, String... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }

  static String list(List<String> columns) {
    return columns.stream().map(DatabaseSnapshot::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
