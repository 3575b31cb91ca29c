package io.beep.readmodel.server;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code role}.
 *
 * @param id that of the server for the role of everyone
 * @param permissions names of what it allows
 * @param colour {@code #rrggbb}; null for none
 * @param rank the higher the higher; of two that are alike the older one. That of everyone stands
 *     beneath all of them
 */
public record RoleRow(
    UUID id,
    UUID serverId,
    List<String> permissions,
    String name,
    @Nullable String colour,
    int rank) {

  /** Of the role of everyone. */
  public static final String EVERYONE = "@everyone";

  public RoleRow {
    permissions = List.copyOf(permissions);
  }
}
