package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A member may only read until then, also after having left and come back. It ends by itself,
 * without an event.
 *
 * @param reason null when none was given
 */
@Revision("1")
public record TimeoutImposed(
    ServerId serverId, UserId userId, Instant until, @Nullable String reason, UserId imposedBy)
    implements ServerEvent {}
