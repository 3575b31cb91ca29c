package io.beep.gateway.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureKind;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserPictureSet;
import io.beep.coreapi.user.UserRegistered;
import io.beep.coreapi.user.UserView;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Profiles of those who appear in frames, learnt from the stream and looked up when missing. */
final class People {

  private static final Logger LOG = LoggerFactory.getLogger(People.class);

  private final Cache<UserId, UserView> known =
      Caffeine.newBuilder().maximumSize(FeedNumbers.PEOPLE_KNOWN).build();
  private final QueryAsker queries;

  People(QueryAsker queries) {
    this.queries = queries;
  }

  /** Stands for someone whose profile could not be had in time; clients then ask themselves. */
  static UserView unknown(UserId user) {
    return new UserView(user, "unknown", "Unknown", null);
  }

  void on(UserRegistered event) {
    String name = (event.firstName() + " " + event.lastName()).strip();
    known.put(event.userId(), new UserView(event.userId(), event.username(), name, null));
  }

  void on(UserPictureSet event) {
    String url = PictureKind.PICTURE.address(event.pictureId());
    known
        .asMap()
        .computeIfPresent(
            event.userId(),
            (id, view) -> new UserView(id, view.username(), view.displayName(), url));
  }

  /**
   * The servers that a user is in, none when that cannot be known in time: then others see what
   * changed when they load anew. Blocks.
   */
  Set<ServerId> serversOf(UserId user, Duration limit) {
    try {
      FeedScopeView scope =
          queries.ask(new GetFeedScope(user), FeedScopeView.class, KnownPosition.NONE).block(limit);
      return scope == null
          ? Set.of()
          : scope.memberships().stream()
              .map(membership -> membership.server().serverId())
              .collect(Collectors.toSet());
    } catch (RuntimeException late) {
      LOG.warn("nobody else hears of the new picture of {}: {}", user, late.toString());
      return Set.of();
    }
  }

  @Nullable UserView get(UserId user) {
    return known.getIfPresent(user);
  }

  /**
   * Makes the profiles known, as far as they can be had within {@code limit} for each thousand.
   * Blocks.
   */
  void prepare(Set<UserId> users, Duration limit) {
    Set<UserId> missing = new HashSet<>(users);
    missing.removeIf(user -> known.getIfPresent(user) != null);
    List<UserId> asked = new ArrayList<>(missing);
    for (int from = 0; from < asked.size(); from += FindUsers.MOST) {
      lookUp(Set.copyOf(asked.subList(from, Math.min(asked.size(), from + FindUsers.MOST))), limit);
    }
  }

  private void lookUp(Set<UserId> users, Duration limit) {
    try {
      UsersView found =
          queries.ask(new FindUsers(users), UsersView.class, KnownPosition.NONE).block(limit);
      if (found != null) {
        found.users().forEach(user -> known.put(user.id(), user));
      }
    } catch (RuntimeException late) {
      LOG.warn("{} authors appear without their names: {}", users.size(), late.toString());
    }
  }
}
