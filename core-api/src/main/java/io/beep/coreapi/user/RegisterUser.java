package io.beep.coreapi.user;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a user of someone whose credentials, username and email identity has reserved. Sent again
 * for the same id it changes nothing.
 */
@NeedsNoPermission(because = "only identity sends it, after it has reserved the username")
public record RegisterUser(
    @TargetAggregateIdentifier UserId userId, String username, String firstName, String lastName)
    implements UserCommand {

  @Override
  public @Nullable UserId actor() {
    return null;
  }
}
