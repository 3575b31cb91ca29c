package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Founds a server, owned by the one who asks, with a text and a voice channel. Answers {@link
 * CreatedServer}.
 */
@NeedsNoPermission(because = "everyone may found a server, within their quota")
public record CreateServer(
    @RoutingKey UserId ownerId, String name, @Nullable String description, Visibility visibility)
    implements ServerCommand {

  @Override
  public UserId actor() {
    return ownerId;
  }
}
