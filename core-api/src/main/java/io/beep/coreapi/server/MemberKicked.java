package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A member was put out of the server, and may come back.
 *
 * @param reason null when none was given
 */
@Revision("1")
public record MemberKicked(
    ServerId serverId, UserId userId, @Nullable String reason, UserId kickedBy)
    implements DepartureEvent {}
