package io.beep.query.message;

import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.AuthorKind;
import io.beep.coreapi.shared.AuthorView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.query.shared.Author;
import io.beep.query.shared.Columns;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;

/** A message with its author as columns of a statement, where {@code m} is the message. */
final class MessageColumns {

  static final String ALL =
      " m.id as message_id, m.channel_id, m.author_id, m.content, m.reply_to, m.created_at,"
          + " m.edited_at, u.username, u.display_name, u.picture_id as author_picture ";

  static final String AUTHOR = " left join user_profile u on u.id = m.author_id ";

  private MessageColumns() {}

  static MessageView view(Readable row) {
    Author author = Author.of(row);
    UUID replyTo = Columns.idOrNull(row, "reply_to");
    return new MessageView(
        new MessageId(Columns.id(row, "message_id")),
        new ChannelId(Columns.id(row, "channel_id")),
        new AuthorView(
            new UserId(Columns.id(row, "author_id")),
            author.username(),
            author.displayName(),
            PictureKind.PICTURE.address(Columns.textOrNull(row, "author_picture")),
            AuthorKind.USER),
        Columns.text(row, "content"),
        Columns.time(row, "created_at"),
        Columns.timeOrNull(row, "edited_at"),
        replyTo == null ? null : new MessageId(replyTo),
        List.of(),
        List.of(),
        List.of(),
        false);
  }
}
