package io.beep.command.message;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.beep.command.shared.AccessState;
import io.beep.command.shared.ChannelPlace;
import io.beep.command.shared.WordReports;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.message.DeleteMessage;
import io.beep.coreapi.message.EditMessage;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageError;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something that someone said, through its edits, until it is deleted. */
public final class Message {

  @AggregateIdentifier private @Nullable MessageId id;
  private @Nullable ChannelId channelId;
  private @Nullable ServerId serverId;
  private @Nullable UserId authorId;
  private String content = "";
  private @Nullable MessageId replyTo;
  private @Nullable Instant sentAt;

  Message() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  MessageId decide(
      SendMessage command,
      AccessState access,
      RepliedMessages replied,
      SlowMode slowMode,
      WordReports words,
      IdGenerator ids) {
    ChannelPlace place =
        access.requireInChannel(command.actor(), command.channelId(), Permission.SEND_MESSAGES);
    if (place.type() == ChannelType.FOLDER) {
      throw new DomainException(new MessageError.NotATextChannel());
    }
    MessageRules.requireContent(command.content());
    boolean reported = access.requireAllowedWords(place, command.content());
    MessageId replyTo = command.replyTo();
    if (replyTo != null && !replied.isIn(replyTo, command.channelId())) {
      throw new DomainException(new MessageError.ReplyInvalid());
    }
    int wait = access.requireNotTooNew(place, command.actor(), command.content());
    if (wait > 0) {
      slowMode.take(place, wait, command.actor());
    }
    MessageId messageId = new MessageId(ids.next());
    apply(
        new MessageSent(
            messageId,
            place.channelId(),
            place.serverId(),
            command.actor(),
            command.content(),
            replyTo));
    if (reported) {
      words.file(place, messageId, command.actor(), getVersion());
    }
    return messageId;
  }

  @CommandHandler
  void decide(EditMessage command, AccessState access, WordReports words) {
    requireSeen(command.actor(), access);
    ChannelPlace place =
        access.requireInChannel(command.actor(), known(channelId), Permission.SEND_MESSAGES);
    if (!command.actor().equals(authorId)) {
      throw new DomainException(new MessageError.NotTheAuthor());
    }
    MessageRules.requireContent(command.content());
    if (!command.content().equals(content)) {
      access.requireNotTooNew(place, command.actor(), command.content());
      boolean reported = access.requireAllowedWords(place, command.content());
      apply(
          new MessageEdited(
              command.messageId(),
              known(channelId),
              known(serverId),
              command.actor(),
              command.content(),
              replyTo,
              known(sentAt)));
      if (reported) {
        words.file(place, command.messageId(), command.actor(), getVersion());
      }
    }
  }

  @CommandHandler
  void decide(DeleteMessage command, AccessState access) {
    requireSeen(command.actor(), access);
    if (!command.actor().equals(authorId)) {
      access.requireInChannel(command.actor(), known(channelId), Permission.MANAGE_MESSAGES);
    }
    apply(
        new MessageDeleted(
            command.messageId(), known(channelId), known(serverId), command.actor()));
  }

  /** Whoever does not see the channel must not learn either that the message exists. */
  private void requireSeen(UserId actor, AccessState access) {
    if (!access.sees(actor, known(channelId))) {
      throw new DomainException(new CommonError.NotFound("message"));
    }
  }

  @EventSourcingHandler
  void evolve(MessageSent event, @Timestamp Instant when) {
    id = event.messageId();
    channelId = event.channelId();
    serverId = event.serverId();
    authorId = event.authorId();
    content = event.content();
    replyTo = event.replyTo();
    sentAt = when;
  }

  @EventSourcingHandler
  void evolve(MessageEdited event) {
    content = event.content();
  }

  @EventSourcingHandler
  void evolve(MessageDeleted event) {
    markDeleted();
  }

  /** What every message has from its first event on. */
  private static <T> T known(@Nullable T value) {
    return Objects.requireNonNull(value, "a message without its first event");
  }
}
