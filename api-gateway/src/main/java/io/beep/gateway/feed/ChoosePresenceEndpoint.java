package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Chooses what one is shown as, on all devices, until one chooses anew. */
final class ChoosePresenceEndpoint implements Endpoint {

  /**
   * @param status {@code online}, {@code idle}, {@code dnd} or {@code invisible}
   */
  record Choice(String status) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT, "/api/me/presence", "Choose to be online, idle, dnd or invisible")
          .taking(Choice.class)
          .answering(204, null);

  private final PresenceParts parts;
  private final Signals signals;
  private final Clock clock;

  ChoosePresenceEndpoint(PresenceParts parts, Signals signals, Clock clock) {
    this.parts = parts;
    this.signals = signals;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    UserId user = request.user();
    Status status =
        Status.named(request.body(Choice.class).status())
            .orElseThrow(
                () ->
                    Problems.invalid(
                            "status",
                            "field.invalid",
                            "This must be online, idle, dnd or invisible.")
                        .exception());
    Instant now = clock.instant();
    return parts
        .stored(
            chosen -> {
              chosen.choose(user, status, now);
              return status;
            })
        .map(
            chosen -> {
              signals.publish(new Signal.StatusChosen(user, chosen, now));
              return Answer.noContent();
            });
  }
}
