package io.beep.coreapi.server;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Founds a server, owned by the one who asks, with what its template has. Answers {@link
 * CreatedServer}.
 *
 * @param template null for {@link ServerTemplate#BLANK}
 * @param language of the names that come from the template, such as {@code fr}; null for English
 */
@NeedsNoPermission(because = "everyone may found a server, within their quota")
public record CreateServer(
    @RoutingKey UserId ownerId,
    String name,
    @Nullable String description,
    Visibility visibility,
    @Nullable ServerTemplate template,
    @Nullable String language)
    implements ServerCommand {

  /** With a text and a voice channel. */
  public CreateServer(
      UserId ownerId, String name, @Nullable String description, Visibility visibility) {
    this(ownerId, name, description, visibility, null, null);
  }

  @Override
  public UserId actor() {
    return ownerId;
  }
}
