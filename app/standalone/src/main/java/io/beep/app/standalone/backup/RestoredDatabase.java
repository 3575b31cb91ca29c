package io.beep.app.standalone.backup;

import io.beep.app.standalone.backup.Manifest.Schema;
import io.beep.app.standalone.backup.Manifest.Sequence;
import io.beep.app.standalone.backup.Manifest.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;

/** Fills an empty database with what a backup holds. */
final class RestoredDatabase {

  private final DataSource dataSource;
  private final BackupFile backup;

  /**
   * @param dataSource as a superuser, on a database without any schema of Beep
   */
  RestoredDatabase(DataSource dataSource, BackupFile backup) {
    this.dataSource = dataSource;
    this.backup = backup;
  }

  void fill() throws IOException, SQLException {
    for (Schema schema : backup.manifest().schemas()) {
      migrate(schema);
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        fill(schema, connection);
        connection.commit();
      }
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  /**
   * Tables as they were when it was made; the next start brings them up to date, with their rows.
   */
  private void migrate(Schema schema) {
    String migrations = ModuleSchemas.KEPT.get(schema.name());
    if (migrations == null) {
      throw new BackupException(
          "The backup has a schema " + schema.name() + " that this Beep does not know.");
    }
    MigrationVersion version = MigrationVersion.fromVersion(schema.version());
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas(schema.name())
            .defaultSchema(schema.name())
            .createSchemas(true)
            .locations("classpath:" + migrations);
    if (Arrays.stream(configuration.load().info().all())
        .noneMatch(info -> version.equals(info.getVersion()))) {
      throw new BackupException(
          "The backup was made by a newer Beep (schema %s is at version %s); restore it with that one."
              .formatted(schema.name(), schema.version()));
    }
    configuration.target(version).load().migrate();
  }

  private void fill(Schema schema, Connection connection) throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      // The rows were whole when they were read; no order of tables has to be found.
      statement.execute("set local session_replication_role = replica");
      if (!schema.tables().isEmpty()) {
        statement.execute(
            schema.tables().stream()
                .map(table -> name(schema, table.name()))
                .collect(Collectors.joining(", ", "truncate ", "")));
      }
    }
    for (Table table : schema.tables()) {
      fill(schema, table, connection);
    }
    for (Sequence sequence : schema.sequences()) {
      try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
        set.setString(1, name(schema, sequence.name()));
        set.setLong(2, sequence.last());
        set.execute();
      }
    }
  }

  private void fill(Schema schema, Table table, Connection connection)
      throws IOException, SQLException {
    String sql =
        "copy %s (%s) from stdin"
            .formatted(name(schema, table.name()), DatabaseSnapshot.list(table.columns()));
    try (BackupFile.Verified rows = backup.read(table.entry())) {
      long copied =
          Objects.requireNonNull(connection.unwrap(PGConnection.class))
              .getCopyAPI()
              .copyIn(sql, rows);
      rows.requireWhole();
      if (copied != table.rows()) {
        throw new BackupException(
            "%s had %d rows, and %d came back".formatted(table.name(), table.rows(), copied));
      }
    }
  }

  private static String name(Schema schema, String name) {
    return DatabaseSnapshot.quoted(schema.name()) + "." + DatabaseSnapshot.quoted(name);
  }
}
