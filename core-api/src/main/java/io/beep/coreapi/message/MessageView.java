package io.beep.coreapi.message;

import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat message.
 *
 * @param content Markdown as it was typed
 * @param mentions ids of who is mentioned
 * @param attachments ids of files
 */
public record MessageView(
    MessageId id,
    ChannelId channelId,
    AuthorView author,
    String content,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable MessageId replyTo,
    List<String> mentions,
    List<String> attachments,
    List<String> reactions,
    boolean pinned) {

  public MessageView {
    mentions = List.copyOf(mentions);
    attachments = List.copyOf(attachments);
    reactions = List.copyOf(reactions);
  }
}
