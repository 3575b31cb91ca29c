package io.beep.gateway.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.UserView;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.shared.bus.KnownPosition;
import io.beep.gateway.shared.bus.QueryAsker;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Tells others that someone is writing. At most once; too often is quietly once. */
final class TypingEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.POST, "/api/channels/{channelId}/typing", "Tell that you are writing")
          .answering(204, null)
          .within(Limits.TYPING);

  private static final int RECENT = 50_000;

  private record Writing(UserId user, ChannelId channel) {}

  private final Cache<Writing, Boolean> recent =
      Caffeine.newBuilder().maximumSize(RECENT).expireAfterWrite(FeedNumbers.TYPING_EVERY).build();

  private final Scopes scopes;
  private final QueryAsker queries;
  private final KnownPosition known;
  private final Signals signals;
  private final Clock clock;

  TypingEndpoint(
      Scopes scopes, QueryAsker queries, KnownPosition known, Signals signals, Clock clock) {
    this.scopes = scopes;
    this.queries = queries;
    this.known = known;
    this.signals = signals;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    Writing writing = new Writing(request.user(), channel);
    Instant now = clock.instant();
    // Asked each time, also when nothing would be told: what was taken is gone at once.
    return scopes
        .load(request.user(), known.get())
        .map(scope -> requireMayWrite(scope, channel, now))
        .filter(_ -> recent.getIfPresent(writing) == null)
        .flatMap(server -> tell(request, writing, server, now))
        .thenReturn(Answer.noContent());
  }

  private Mono<UserView> tell(ApiRequest request, Writing writing, ServerId server, Instant now) {
    return queries
        .ask(new FindUsers(Set.of(writing.user())), UsersView.class, request)
        .flatMapIterable(UsersView::users)
        .next()
        .doOnNext(
            user -> {
              recent.put(writing, Boolean.TRUE);
              signals.publish(new Signal.Typing(server, writing.channel(), user, now));
            });
  }

  private static ServerId requireMayWrite(FeedScopeView scope, ChannelId channel, Instant now) {
    for (FeedScopeView.Membership membership : scope.memberships()) {
      ChannelAccess access = membership.access(channel);
      if (access != null) {
        PermissionSet may =
            Permissions.effective(membership.server(), membership.member(), access, now);
        if (!may.contains(Permission.VIEW_CHANNEL)) {
          throw Problems.notFound("channel").exception();
        }
        if (!may.contains(Permission.SEND_MESSAGES)) {
          throw Problems.of(new CommonError.Forbidden(Permission.SEND_MESSAGES.name())).exception();
        }
        return membership.server().serverId();
      }
    }
    throw Problems.notFound("channel").exception();
  }
}
