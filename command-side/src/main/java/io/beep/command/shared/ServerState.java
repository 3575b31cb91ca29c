package io.beep.command.shared;

import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerEvent;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a server's stream decides who may do what. */
record ServerState(ServerAccess access, boolean isPublic, boolean deleted) {

  static @Nullable ServerState fold(@Nullable ServerState state, Object event) {
    return event instanceof ServerEvent serverEvent ? fold(state, serverEvent) : state;
  }

  private static @Nullable ServerState fold(@Nullable ServerState state, ServerEvent event) {
    return switch (event) {
      case ServerCreated created -> born(created);
      case ServerDeleted ignored ->
          state == null ? null : new ServerState(state.access, state.isPublic, true);
      case ServerRenamed ignored -> state;
      case ServerDescribed ignored -> state;
      case MemberJoined ignored -> state;
      case MemberLeft ignored -> state;
    };
  }

  private static ServerState born(ServerCreated created) {
    return new ServerState(
        new ServerAccess(
            created.serverId(),
            created.ownerId(),
            Map.of(
                RoleId.everyone(created.serverId()),
                PermissionSet.named(created.everyonePermissions()))),
        created.visibility().equals("public"),
        false);
  }
}
