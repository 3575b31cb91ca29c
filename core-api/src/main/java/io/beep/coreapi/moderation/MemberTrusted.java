package io.beep.coreapi.moderation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** A new member is limited no more, for as long as they stay. Of the stream of their membership. */
@Revision("1")
public record MemberTrusted(ServerId serverId, UserId userId, UserId trustedBy)
    implements SafetyEvent {}
