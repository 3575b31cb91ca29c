package io.beep.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.ChangedPicture;
import io.beep.coreapi.shared.picture.PictureId;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.SetUserPicture;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A person or program with an account, as everyone may know them. */
public final class User {

  @AggregateIdentifier private @Nullable UserId id;
  private @Nullable PictureId picture;

  User() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  UserId decide(RegisterUser command) {
    if (id == null) {
      apply(
          new UserRegistered(
              command.userId(), command.username(), command.firstName(), command.lastName()));
    }
    return command.userId();
  }

  @CommandHandler
  ChangedPicture decide(SetUserPicture command) {
    PictureId before = picture;
    if (Objects.equals(command.pictureId(), before)) {
      return new ChangedPicture(before, null);
    }
    apply(
        new UserPictureSet(
            command.userId(), command.pictureId() == null ? null : command.pictureId().value()));
    return new ChangedPicture(command.pictureId(), before);
  }

  @EventSourcingHandler
  void evolve(UserPictureSet event) {
    picture = event.pictureId() == null ? null : new PictureId(event.pictureId());
  }

  @EventSourcingHandler
  void evolve(UserRegistered event) {
    id = event.userId();
  }
}
