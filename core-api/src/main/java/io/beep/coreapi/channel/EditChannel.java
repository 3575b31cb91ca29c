package io.beep.coreapi.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.NeedsPermission;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes several things about a channel at once: all of them, or none when one is refused. What is
 * null stays. Name, topic and slow mode need MANAGE_CHANNELS too, and privacy MANAGE_ROLES.
 *
 * @param slowMode as of {@link SetChannelSlowMode}
 * @param isPrivate true takes the right to see it from everyone but those to whom a role, an
 *     overwrite or the ownership gives it; false lets everyone in the server see it from whom
 *     nothing else takes it
 */
@NeedsPermission(Permission.VIEW_CHANNEL)
public record EditChannel(
    @TargetAggregateIdentifier ChannelId channelId,
    UserId actor,
    @Nullable String name,
    @Nullable NewText topic,
    @Nullable Integer slowMode,
    @JsonProperty("private") @Nullable Boolean isPrivate)
    implements ChannelCommand {}
