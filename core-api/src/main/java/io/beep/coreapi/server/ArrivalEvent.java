package io.beep.coreapi.server;

import io.beep.coreapi.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whatever makes someone a member of a server. */
public sealed interface ArrivalEvent extends ServerEvent permits MemberJoined, MemberRestored {

  /** Who is in the server from now on. */
  UserId userId();

  /** The end of a time-out that they come with; it may be over. Null for none. */
  @Nullable Instant timedOutUntil();
}
