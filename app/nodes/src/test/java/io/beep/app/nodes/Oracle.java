package io.beep.app.nodes;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.AnswersQueries;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

/** Answers one query in every way in which a handler can, by the message that is asked for. */
final class Oracle implements AnswersQueries {

  static final MessageId KNOWN = message(1);
  static final MessageId REFUSED = message(2);
  static final MessageId REFUSED_LATER = message(3);
  static final MessageId BROKEN = message(4);
  static final MessageId BROKEN_LATER = message(5);
  static final MessageId NEVER = message(6);

  /** What of a fault must reach nobody. */
  static final String INSIDE = "jdbc:postgresql://secret";

  private static MessageId message(int number) {
    return new MessageId(new UUID(7, number));
  }

  /** Of {@link #KNOWN}; with all that a serializer could lose. */
  static MessageView view(GetMessage query) {
    return new MessageView(
        query.messageId(),
        new ChannelId(new UUID(8, 1)),
        new AuthorView(query.asking(), "ada", "Ada Ü. 🎉", null, AuthorKind.USER),
        "**hi**\n",
        Instant.parse("2026-03-01T09:00:00.123456Z"),
        null,
        REFUSED,
        List.of(),
        List.of("file"),
        List.of(),
        true);
  }

  @QueryHandler
  CompletableFuture<MessageView> answer(GetMessage query) {
    MessageId asked = query.messageId();
    if (asked.equals(REFUSED)) {
      throw new DomainException(new CommonError.NotFound("message"));
    }
    if (asked.equals(REFUSED_LATER)) {
      return CompletableFuture.failedFuture(
          new DomainException(new CommonError.Forbidden(Permission.READ_HISTORY.name())));
    }
    if (asked.equals(BROKEN)) {
      throw new IllegalStateException(INSIDE);
    }
    if (asked.equals(BROKEN_LATER)) {
      return CompletableFuture.failedFuture(new IllegalStateException(INSIDE));
    }
    return asked.equals(NEVER)
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(view(query));
  }
}
