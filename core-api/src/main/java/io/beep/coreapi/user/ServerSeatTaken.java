package io.beep.coreapi.user;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is in one server more, which counts against the number that they may be in.
 *
 * @param foundedAt when they founded it, which counts against the number of that day; null when
 *     they joined it
 */
@Revision("1")
public record ServerSeatTaken(UserId userId, ServerId serverId, @Nullable Instant foundedAt)
    implements UserEvent {}
