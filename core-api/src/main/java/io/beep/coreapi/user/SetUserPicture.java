package io.beep.coreapi.user;

import io.beep.coreapi.shared.NeedsNoPermission;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the one who asks another picture, which is durable already. Answers {@link
 * io.beep.coreapi.shared.picture.ChangedPicture}.
 *
 * @param pictureId null to take it away
 */
@NeedsNoPermission(because = "everyone may look as they like")
public record SetUserPicture(
    @TargetAggregateIdentifier UserId userId, @Nullable PictureId pictureId)
    implements UserCommand {

  @Override
  public UserId actor() {
    return userId;
  }
}
