package io.beep.projection.user;

import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Write;
import io.beep.readmodel.shared.ProcessingGroups;
import io.beep.readmodel.user.UserProfileRow;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;

/** Writes {@code user_profile}. */
@ProcessingGroup(ProcessingGroups.DIRECTORY)
public final class UserProfileProjection implements ProcessesEvents {

  private static final Write<UserProfileRow> REGISTERED =
      new Write<>(
          """
          insert into user_profile (id, username, display_name) values (?, ?, ?)
          on conflict (id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.id());
            statement.setString(2, row.username());
            statement.setString(3, row.displayName());
          });

  private static final Write<UserPictureSet> PICTURE_CHANGED =
      new Write<>(
          "update user_profile set picture_id = ? where id = ?",
          (statement, event) -> {
            statement.setString(1, event.pictureId());
            statement.setObject(2, event.userId().value());
          });

  private final ReadModelWriter writer;

  public UserProfileProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(UserRegistered event) {
    writer.write(
        REGISTERED,
        new UserProfileRow(
            event.userId().value(),
            event.username(),
            (event.firstName() + " " + event.lastName()).strip()));
  }

  @EventHandler
  void on(UserPictureSet event) {
    writer.write(PICTURE_CHANGED, event);
  }

  @ResetHandler
  void reset() {
    writer.truncate("user_profile");
  }
}
