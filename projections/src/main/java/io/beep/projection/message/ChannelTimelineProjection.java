package io.beep.projection.message;

import io.beep.coreapi.channel.ChannelDeleted;
import io.beep.coreapi.channel.ChannelDeletionFinished;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.Times;
import io.beep.projection.shared.Write;
import io.beep.readmodel.message.MessageRow;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** Writes {@code message}. */
@ProcessingGroup(ProcessingGroups.TIMELINE)
public final class ChannelTimelineProjection implements ProcessesEvents {

  private static final Write<MessageRow> SENT =
      new Write<>(
          """
          insert into message
            (channel_id, id, server_id, author_id, content, reply_to, created_at)
          values (?, ?, ?, ?, ?, ?, ?) on conflict (channel_id, id) do nothing
          """,
          (statement, row) -> {
            statement.setObject(1, row.channelId());
            statement.setObject(2, row.id());
            statement.setObject(3, row.serverId());
            statement.setObject(4, row.authorId());
            statement.setString(5, row.content());
            statement.setObject(6, row.replyTo());
            statement.setObject(7, Times.toColumn(row.createdAt()));
          });

  private static final Write<Edit> EDITED =
      new Write<>(
          "update message set content = ?, edited_at = ? where channel_id = ? and id = ?",
          (statement, edit) -> {
            statement.setString(1, edit.event().content());
            statement.setObject(2, Times.toColumn(edit.when()));
            statement.setObject(3, edit.event().channelId().value());
            statement.setObject(4, edit.event().messageId().value());
          });

  private static final Write<MessageDeleted> DELETED =
      new Write<>(
          "delete from message where channel_id = ? and id = ?",
          (statement, event) -> {
            statement.setObject(1, event.channelId().value());
            statement.setObject(2, event.messageId().value());
          });

  private static final Write<UUID> CHANNEL_DELETED =
      new Write<>(
          "delete from message where channel_id = ?",
          (statement, id) -> statement.setObject(1, id));

  private static final Write<UUID> SERVER_DELETED =
      new Write<>(
          "delete from message where server_id = ?", (statement, id) -> statement.setObject(1, id));

  private final ReadModelWriter writer;

  public ChannelTimelineProjection(ReadModelWriter writer) {
    this.writer = writer;
  }

  @EventHandler
  void on(MessageSent event, @Timestamp Instant when) {
    writer.write(
        SENT,
        new MessageRow(
            event.channelId().value(),
            event.messageId().value(),
            event.serverId().value(),
            event.authorId().value(),
            event.content(),
            event.replyTo() == null ? null : event.replyTo().value(),
            when,
            null));
  }

  @EventHandler
  void on(MessageEdited event, @Timestamp Instant when) {
    writer.write(EDITED, new Edit(event, when));
  }

  @EventHandler
  void on(MessageDeleted event) {
    writer.write(DELETED, event);
  }

  /** What can come back stays: without its channel nobody reads it. */
  @EventHandler
  void on(ChannelDeleted event) {
    if (event.finalAt() == null) {
      writer.write(CHANNEL_DELETED, event.channelId().value());
    }
  }

  /** Its rows are gone by now, a slice after the other; unless this is a replay. */
  @EventHandler
  void on(ChannelDeletionFinished event) {
    writer.write(CHANNEL_DELETED, event.channelId().value());
  }

  @EventHandler
  void on(ServerDeleted event) {
    writer.write(SERVER_DELETED, event.serverId().value());
  }

  /** Its rows are gone by now, a slice after the other; unless this is a replay. */
  @EventHandler
  void on(ServerDeletionFinished event) {
    writer.write(SERVER_DELETED, event.serverId().value());
  }

  @ResetHandler
  void reset() {
    writer.truncate("message");
  }

  private record Edit(MessageEdited event, Instant when) {}
}
