package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What one chose to be shown as, which nobody else is told. */
final class GetPresenceEndpoint implements Endpoint {

  /**
   * @param status {@code online}, {@code idle}, {@code dnd} or {@code invisible}
   */
  record Chosen(String status) {}

  private static final Operation OPERATION =
      Operation.reading("/api/me/presence", "What you chose to be shown as", Chosen.class);

  private final PresenceParts parts;

  GetPresenceEndpoint(PresenceParts parts) {
    this.parts = parts;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    UserId user = request.user();
    return parts
        .stored(chosen -> chosen.of(Set.of(user)).getOrDefault(user, Status.ONLINE))
        .map(status -> Answer.ok(new Chosen(status.wireName())));
  }
}
