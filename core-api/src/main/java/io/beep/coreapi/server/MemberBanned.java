package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Someone was put out of the server, or was not in it, and may not come in until unbanned.
 *
 * @param wasMember whether they were in the server until then
 * @param reason null when none was given
 */
@Revision("1")
public record MemberBanned(
    ServerId serverId, UserId userId, boolean wasMember, @Nullable String reason, UserId bannedBy)
    implements DepartureEvent {}
