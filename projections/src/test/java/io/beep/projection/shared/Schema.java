package io.beep.projection.shared;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a schema is made of, so that a test can tell whether one is as it was. */
final class Schema {

  private Schema() {}

  /** Columns, constraints, indexes and triggers of all tables, each in a line. */
  static List<String> description(JdbcTemplate jdbc, String schema) {
    return Stream.of(
            """
            select 'column ' || table_name || ' ' || ordinal_position || ' ' || column_name || ' '
              || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
            from information_schema.columns where table_schema = ? order by 1
            """,
            """
            select 'constraint ' || conrelid::regclass || ' ' || conname || ' '
              || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = ?::regnamespace order by 1
            """,
            "select 'index ' || indexdef from pg_indexes where schemaname = ? order by 1",
            """
            select 'trigger ' || tgrelid::regclass || ' ' || tgname
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = ?::regnamespace order by 1
            """,
            """
            select 'table ' || relname || ' ' || relpersistence::text
              || coalesce(reloptions::text, '')
            from pg_class where relkind = 'r' and relnamespace = ?::regnamespace order by 1
            """)
        .flatMap(sql -> jdbc.query(sql, (row, number) -> row.getString(1), schema).stream())
        .toList();
  }
}
