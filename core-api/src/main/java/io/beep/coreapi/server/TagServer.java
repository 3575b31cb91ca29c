package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says under which words a server is found.
 *
 * @param tags in the place of all that it had; at most 5, each of 1 to 20 characters
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record TagServer(
    @TargetAggregateIdentifier ServerId serverId, UserId actor, List<String> tags)
    implements ServerCommand {

  public TagServer {
    tags = List.copyOf(tags);
  }
}
