package io.beep.query.shared;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of a row by type. The bare methods throw where the column is null. */
public final class Columns {

  private Columns() {}

  public static UUID id(Readable row, String column) {
    return required(row, column, UUID.class);
  }

  public static @Nullable UUID idOrNull(Readable row, String column) {
    return row.get(column, UUID.class);
  }

  public static String text(Readable row, String column) {
    return required(row, column, String.class);
  }

  public static @Nullable String textOrNull(Readable row, String column) {
    return row.get(column, String.class);
  }

  public static int number(Readable row, String column) {
    return required(row, column, Integer.class);
  }

  public static long position(Readable row, String column) {
    return required(row, column, Long.class);
  }

  public static long longNumber(Readable row, String column) {
    return required(row, column, Long.class);
  }

  public static boolean flag(Readable row, String column) {
    return required(row, column, Boolean.class);
  }

  public static Instant time(Readable row, String column) {
    return required(row, column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant timeOrNull(Readable row, String column) {
    OffsetDateTime time = row.get(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Empty where the column is null. */
  public static List<UUID> ids(Readable row, String column) {
    UUID[] ids = row.get(column, UUID[].class);
    return ids == null ? List.of() : List.of(ids);
  }

  /** Empty where the column is null. */
  public static List<String> texts(Readable row, String column) {
    String[] texts = row.get(column, String[].class);
    return texts == null ? List.of() : List.of(texts);
  }

  private static <T> T required(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
