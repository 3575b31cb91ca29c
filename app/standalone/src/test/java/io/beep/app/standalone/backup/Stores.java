package io.beep.app.standalone.backup;

import io.beep.media.ObjectStoreAddress;
import io.beep.media.file.ObjectStore;
import io.beep.media.file.S3ObjectStore;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestObjectStore;
import io.beep.testsupport.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database and a bucket of a test's own. */
final class Stores {

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final ObjectStoreAddress address =
      new ObjectStoreAddress(
          TestObjectStore.endpoint(),
          TestObjectStore.accessKey(),
          TestObjectStore.secretKey(),
          TestObjectStore.freshBucketName());

  DataSource dataSource() {
    return database.dataSource();
  }

  Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource());
  }

  ObjectStoreAddress address() {
    return address;
  }

  ObjectStore objects() {
    return S3ObjectStore.open(
        address.endpoint(), address.accessKey(), address.secretKey(), address.bucket());
  }

  /** The schemas of a Beep, up to date. */
  Stores migrated() {
    migrate("events", "db/event-store");
    migrate("identity", "db/identity");
    migrate("read_model", "db/read-model");
    return this;
  }

  void migrate(String schema, String migrations) {
    Flyway.configure()
        .dataSource(dataSource())
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:" + migrations)
        .load()
        .migrate();
  }

  /** From position 0 on, each with its position besides. */
  void events(int count, String payload) {
    jdbc()
        .update(
            """
            insert into events.domain_event_entry
            select i, 'Message', 'message:' || i, 0, 'event-' || i, now(), 'message.MessageSent', '1',
              ?::jsonb || jsonb_build_object('number', i), '{}'
            from generate_series(0, ? - 1) i
            """,
            payload,
            count);
  }

  /** Every row of every table that a backup keeps, as text. */
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table :
        jdbc()
            .query(
                """
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('events', 'identity') and tablename <> 'flyway_schema_history'
                """,
                (row, number) -> row.getString(1))) {
      rows.put(
          table,
          jdbc()
              .query(
                  "select t::text from %s t order by 1".formatted(table),
                  (row, number) -> row.getString(1)));
    }
    return rows;
  }

  void put(String key, byte[] content, String contentType) {
    objects().put(key, new ByteArrayInputStream(content), content.length, contentType);
  }

  byte[] get(String key) throws IOException {
    try (InputStream content = objects().get(key).orElseThrow()) {
      return content.readAllBytes();
    }
  }

  /** Key and type of every object. */
  List<String> listed() throws IOException {
    Bucket bucket = new Bucket(address);
    List<String> listed = new ArrayList<>();
    var keys = bucket.keys();
    while (keys.hasNext()) {
      String key = keys.next();
      bucket.read(key, (size, type, content) -> listed.add(key + " " + size + " " + type));
    }
    return listed;
  }
}
