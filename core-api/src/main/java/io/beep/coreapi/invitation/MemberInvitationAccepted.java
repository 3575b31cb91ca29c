package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone came in as they were asked to. */
@Revision("1")
public record MemberInvitationAccepted(ServerId serverId, UserId userId)
    implements MemberInvitationEvent {}
