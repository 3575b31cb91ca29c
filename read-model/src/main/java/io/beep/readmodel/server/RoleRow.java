package io.beep.readmodel.server;

import java.util.List;
import java.util.UUID;

/**
 * A row of {@code role}.
 *
 * @param id that of the server for the role of everyone
 * @param permissions names of what it allows
 */
public record RoleRow(UUID id, UUID serverId, List<String> permissions) {

  public RoleRow {
    permissions = List.copyOf(permissions);
  }
}
