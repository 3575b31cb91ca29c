package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/** Someone does not want to come in. */
@Revision("1")
public record MemberInvitationDeclined(ServerId serverId, UserId userId)
    implements MemberInvitationEvent {}
