package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked those who keep order to look at a message or a member. What the message said is
 * not repeated here: it is told by the message and its version.
 *
 * @param targetKind {@code message} or {@code member}
 * @param targetId of the message or of the user
 * @param accusedId who wrote the message, or who is reported themselves
 * @param channelId where the message is; null for a member
 * @param version of the message, the place of its last event in its own stream: 0 as it was sent, 1
 *     once edited; null for a member
 * @param reporterId null when the word filter of the server reported it
 * @param category as {@link ReportCategory} names it, {@code words} for the word filter
 * @param text in the reporter's words; null for none
 */
@Revision("1")
public record ReportFiled(
    ServerId serverId,
    String targetKind,
    UUID targetId,
    UserId accusedId,
    @Nullable ChannelId channelId,
    @Nullable Long version,
    @Nullable UserId reporterId,
    String category,
    @Nullable String text)
    implements ReportEvent {}
