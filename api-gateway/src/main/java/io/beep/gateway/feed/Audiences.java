package io.beep.gateway.feed;

import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.MemberAccess;
import java.util.Collection;
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

  /** Whose members do not see them, until they are restored. */
  private final Map<ServerId, Set<FeedStream>> byDeleted = new HashMap<>();

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

  /** Those who are in the server again when it is restored. */
  Set<FeedStream> membersOfDeleted(ServerId server) {
    return byDeleted.getOrDefault(server, Set.of());
  }

  /** The server cannot be restored any more. */
  void forgetDeleted(ServerId server) {
    membersOfDeleted(server).forEach(stream -> stream.deleted().remove(server));
    byDeleted.remove(server);
  }

  /**
   * From now on the stream gets what these memberships let its user see.
   *
   * @param deleted servers that the user is in again when they are restored
   */
  void admit(
      FeedStream stream, Map<ServerId, MemberAccess> memberships, Collection<ServerId> deleted) {
    deleted.forEach(server -> awaitRestoration(stream, server));
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
    for (ServerId server : stream.deleted()) {
      Set<FeedStream> waiting = byDeleted.get(server);
      if (waiting != null) {
        waiting.remove(stream);
        if (waiting.isEmpty()) {
          byDeleted.remove(server);
        }
      }
    }
    stream.deleted().clear();
    stream.live(false);
    Set<FeedStream> siblings = liveByUser.get(stream.user());
    if (siblings != null) {
      siblings.remove(stream);
      if (siblings.isEmpty()) {
        liveByUser.remove(stream.user());
      }
    }
  }

  /** As {@link #leave}, until the server is restored. */
  void leaveDeleted(FeedStream stream, ServerId server) {
    leave(stream, server);
    awaitRestoration(stream, server);
  }

  private void awaitRestoration(FeedStream stream, ServerId server) {
    stream.deleted().add(server);
    byDeleted.computeIfAbsent(server, _ -> new LinkedHashSet<>()).add(stream);
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
