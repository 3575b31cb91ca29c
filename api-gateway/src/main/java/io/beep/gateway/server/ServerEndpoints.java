package io.beep.gateway.server;

import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Endpoint;
import java.util.List;

/** Every slice of this feature. */
public final class ServerEndpoints {

  private ServerEndpoints() {}

  public static List<Endpoint> of(CommandSender commands, QueryAsker queries) {
    return List.of(
        new CreateServerEndpoint(commands),
        new ListServerTemplatesEndpoint(queries),
        new ListMyServersEndpoint(queries),
        new GetServerEndpoint(queries),
        new ChangeServerEndpoint(commands),
        new DeleteServerEndpoint(commands),
        new RestoreServerEndpoint(commands),
        new ListDeletedServersEndpoint(queries),
        new HandOverServerEndpoint(commands),
        new FindPublicServersEndpoint(queries),
        new JoinServerEndpoint(commands),
        new LeaveServerEndpoint(commands),
        new ListMembersEndpoint(queries),
        new ChangeMemberEndpoint(commands),
        new GiveRoleEndpoint(commands),
        new TakeRoleEndpoint(commands),
        new ListRolesEndpoint(queries),
        new CreateRoleEndpoint(commands),
        new ReorderRolesEndpoint(commands),
        new ChangeRoleEndpoint(commands),
        new RestoreRoleEndpoint(commands),
        new DeleteRoleEndpoint(commands));
  }
}
