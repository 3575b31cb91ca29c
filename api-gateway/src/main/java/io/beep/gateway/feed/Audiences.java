package io.beep.gateway.feed;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who listens: the live streams by user, and by server for the servers that have any. Belongs to
 * the thread of the hub.
 */
final class Audiences {

  private final Map<ServerId, Audience> byServer = new HashMap<>();
  private final Map<UserId, Set<FeedStream>> liveByUser = new HashMap<>();

  /** Null when nobody of the server listens. */
  @Nullable Audience of(ServerId server) {
    return byServer.get(server);
  }

  Audience ofOr(ServerId server, Supplier<Audience> unknown) {
    return byServer.computeIfAbsent(server, _ -> unknown.get());
  }

  Set<FeedStream> members(ServerId server) {
    Audience audience = byServer.get(server);
    return audience == null ? Set.of() : audience.members();
  }

  Set<FeedStream> viewers(ServerId server, ChannelId channel) {
    Audience audience = byServer.get(server);
    return audience == null ? Set.of() : audience.viewers(channel);
  }

  Set<FeedStream> streamsOf(UserId user) {
    return liveByUser.getOrDefault(user, Set.of());
  }

  /** From now on the stream gets what these memberships let its user see. */
  void admit(FeedStream stream, Map<ServerId, MemberAccess> memberships) {
    memberships.forEach(
        (server, member) -> {
          Audience audience = byServer.get(server);
          if (audience != null) {
            audience.admit(stream, member);
            stream.audiences().put(server, audience);
          }
        });
    byServer.values().removeIf(Audience::isEmpty);
    stream.live(true);
    liveByUser.computeIfAbsent(stream.user(), _ -> new LinkedHashSet<>()).add(stream);
  }

  /** The stream stays open, and gets nothing any more until it is admitted again. */
  void pause(FeedStream stream) {
    stream.audiences().values().forEach(audience -> dismiss(stream, audience));
    stream.audiences().clear();
    stream.live(false);
    Set<FeedStream> siblings = liveByUser.get(stream.user());
    if (siblings != null) {
      siblings.remove(stream);
      if (siblings.isEmpty()) {
        liveByUser.remove(stream.user());
      }
    }
  }

  void leave(FeedStream stream, ServerId server) {
    Audience audience = stream.audiences().remove(server);
    if (audience != null) {
      dismiss(stream, audience);
    }
  }

  private void dismiss(FeedStream stream, Audience audience) {
    audience.dismiss(stream);
    if (audience.isEmpty()) {
      byServer.remove(audience.serverId(), audience);
    }
  }
}
