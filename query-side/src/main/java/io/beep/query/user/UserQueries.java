package io.beep.query.user;

import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.user.FindUserByName;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserView;
import io.beep.coreapi.user.UsersView;
import io.beep.query.shared.Columns;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers who users are. */
public final class UserQueries implements AnswersQueries {

  private static final String BY_IDS =
      "select id, username, display_name, picture_id from user_profile where id = any(:ids)";

  private static final String BY_NAME =
      """
      select id, username, display_name, picture_id from user_profile
      where lower(username) = lower(:name) limit 1
      """;

  private final ReadModel readModel;
  private final ReadBarrier barrier;

  public UserQueries(ReadModel readModel, ReadBarrier barrier) {
    this.readModel = readModel;
    this.barrier = barrier;
  }

  @QueryHandler
  CompletableFuture<UsersView> answer(
      FindUsers query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    if (query.userIds().size() > FindUsers.MOST) {
      throw new IllegalArgumentException("at most " + FindUsers.MOST + " users at once");
    }
    UUID[] ids = query.userIds().stream().map(Identifier::value).toArray(UUID[]::new);
    return barrier.after(
        atLeast,
        () ->
            readModel
                .list(BY_IDS, spec -> spec.bind("ids", ids), UserQueries::user)
                .thenApply(UsersView::new));
  }

  @QueryHandler
  CompletableFuture<UsersView> answer(
      FindUserByName query, @MetaDataValue(MessageKeys.AT_LEAST) @Nullable Long atLeast) {
    String name = query.username().strip();
    String bare = name.startsWith("@") ? name.substring(1) : name;
    return barrier.after(
        atLeast,
        () ->
            readModel
                .list(BY_NAME, spec -> spec.bind("name", bare), UserQueries::user)
                .thenApply(UsersView::new));
  }

  private static UserView user(Readable row) {
    return new UserView(
        new UserId(Columns.id(row, "id")),
        Columns.text(row, "username"),
        Columns.text(row, "display_name"),
        PictureKind.PICTURE.address(Columns.textOrNull(row, "picture_id")));
  }
}
