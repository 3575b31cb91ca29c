package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Someone is in a server from now on.
 *
 * @param timedOutUntil the end of a time-out that they had when they went, since nobody leaves it
 *     behind by leaving; it may be over. Null for none, and in events from before there were any
 */
@Revision("1")
public record MemberJoined(ServerId serverId, UserId userId, @Nullable Instant timedOutUntil)
    implements ArrivalEvent {

  public MemberJoined(ServerId serverId, UserId userId) {
    this(serverId, userId, null);
  }
}
