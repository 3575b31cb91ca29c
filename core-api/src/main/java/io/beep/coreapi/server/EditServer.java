package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes several things about a server at once: all of them, or none when one is refused. What is
 * null stays.
 *
 * @param tags as of {@link TagServer}
 */
@NeedsPermission(Permission.MANAGE_SERVER)
public record EditServer(
    @TargetAggregateIdentifier ServerId serverId,
    UserId actor,
    @Nullable String name,
    @Nullable NewText description,
    @Nullable List<String> tags,
    @Nullable Visibility visibility)
    implements ServerCommand {

  public EditServer {
    tags = tags == null ? null : List.copyOf(tags);
  }
}
