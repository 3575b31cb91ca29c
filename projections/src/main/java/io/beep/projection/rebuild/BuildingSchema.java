package io.beep.projection.rebuild;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The schema in which a group is rebuilt.
 *
 * @param serving the schema that is read
 * @param jdbc on any schema: all names are qualified
 */
record BuildingSchema(String serving, String group, JdbcTemplate jdbc) {

  private static final String PREFIX = "rebuild_";

  /**
   * @param segments that it was begun with
   * @param place as its target named it
   */
  record State(int segments, String place) {}

  static List<String> groups(JdbcTemplate jdbc) {
    return jdbc.query(
        "select substr(nspname, ?) from pg_namespace where starts_with(nspname, ?) order by 1",
        (row, number) -> row.getString(1),
        PREFIX.length() + 1,
        PREFIX);
  }

  String name() {
    return PREFIX + group;
  }

  boolean exists() {
    return !jdbc.queryForList("select 1 from pg_namespace where nspname = ?", name()).isEmpty();
  }

  /** What an interrupted rebuild left; empty when it is of no use and has to be dropped. */
  Optional<State> state() {
    if (!hasTable("flyway_schema_history") || !hasTable("rebuild_state") || !isOfServingShape()) {
      return Optional.empty();
    }
    return jdbc
        .query(
            "select segments, place from %s.rebuild_state".formatted(name()),
            (row, number) -> new State(row.getInt(1), row.getString(2)))
        .stream()
        .findFirst();
  }

  /** Notes in one transaction that from here on it can be resumed. */
  void begin(State state) {
    jdbc.execute(
        """
        create table %1$s.rebuild_position (segment integer primary key, position bigint not null);
        create table %1$s.rebuild_state as select %2$d as segments, '%3$s'::text as place;
        insert into %1$s.rebuild_position select s, -1 from generate_series(0, %2$d - 1) s
        """
            .formatted(name(), state.segments(), state.place().replace("'", "''")));
  }

  void drop() {
    dropWithin(jdbc);
  }

  void dropWithin(JdbcTemplate transaction) {
    transaction.execute("drop schema if exists %s cascade".formatted(name()));
  }

  private boolean hasTable(String table) {
    return !jdbc.queryForList(
            "select 1 from pg_tables where schemaname = ? and tablename = ?", name(), table)
        .isEmpty();
  }

  /** A release with other tables begins anew. */
  private boolean isOfServingShape() {
    return migrations(serving).equals(migrations(name()));
  }

  private List<String> migrations(String schema) {
    return jdbc.query(
        """
        select version || ' ' || coalesce(checksum, 0) from %s.flyway_schema_history
        where version is not null and success order by installed_rank
        """
            .formatted(schema),
        (row, number) -> row.getString(1));
  }
}
