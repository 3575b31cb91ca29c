package io.beep.gateway.feed;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One open stream of one user. Its state belongs to the thread of the hub. */
final class FeedStream {

  private final UserId user;
  private final @Nullable UUID device;
  private final StreamToken token;
  private final Outbox outbox;
  private final Map<ServerId, Audience> audiences = new HashMap<>();
  private final Set<ServerId> deleted = new HashSet<>();
  private boolean live;
  private long toldPosition = Frame.NO_POSITION;

  /**
   * @param device null when the client does not name it
   */
  FeedStream(UserId user, @Nullable UUID device, StreamToken token, Outbox outbox) {
    this.user = user;
    this.device = device;
    this.token = token;
    this.outbox = outbox;
  }

  UserId user() {
    return user;
  }

  @Nullable UUID device() {
    return device;
  }

  StreamToken token() {
    return token;
  }

  Outbox outbox() {
    return outbox;
  }

  /** The audiences that the stream is part of, by server. */
  Map<ServerId, Audience> audiences() {
    return audiences;
  }

  /** The servers that the stream would be part of again when they were restored. */
  Set<ServerId> deleted() {
    return deleted;
  }

  Set<ServerId> servers() {
    return Set.copyOf(audiences.keySet());
  }

  /** Whether events reach it; not so while its scope is loaded. */
  boolean isLive() {
    return live;
  }

  void live(boolean nowLive) {
    live = nowLive;
  }

  /** What the client can resume from. */
  long toldPosition() {
    return toldPosition;
  }

  void told(long position) {
    toldPosition = Math.max(toldPosition, position);
  }
}
