package io.beep.coreapi.invitation;

import io.beep.coreapi.shared.ServerId;
import org.axonframework.serialization.Revision;

/** An invitation was used up, was revoked or has expired, and counts no more. */
@Revision("1")
public record InvitationSlotFreed(ServerId serverId, String code) implements InvitationEvent {}
