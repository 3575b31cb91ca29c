package io.beep.query.shared;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/**
 * The names of a user beside what they did, from the columns {@code username} and {@code
 * display_name} of a left join on {@code user_profile}.
 */
public record Author(String username, String displayName) {

  /** Stands in while a message is here before its author, or when the author is forgotten. */
  public static final Author UNKNOWN = new Author("unknown", "Unknown");

  public static Author of(Readable row) {
    return of(row, "");
  }

  /**
   * @param prefix of both columns, for a statement that joins more than one user
   */
  public static Author of(Readable row, String prefix) {
    String username = Columns.textOrNull(row, prefix + "username");
    return username == null
        ? UNKNOWN
        : new Author(
            username,
            Objects.requireNonNullElse(Columns.textOrNull(row, prefix + "display_name"), username));
  }
}
