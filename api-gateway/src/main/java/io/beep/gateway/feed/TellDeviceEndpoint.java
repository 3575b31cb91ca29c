package io.beep.gateway.feed;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.Crowd;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.limit.Limits;
import io.beep.gateway.shared.problem.Problems;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * The sign of life of a device, which is the answer to those of its feed: at every second one,
 * about every 30 seconds. A device that has given one is offline when it gives none for 45 seconds,
 * though its connection seem open.
 */
final class TellDeviceEndpoint implements Endpoint {

  /**
   * @param idle whether nobody has used the device for some minutes
   * @param watching user ids of those whom its screen shows, up to 100: of these it is told however
   *     many are connected; left out when that is as before
   */
  record Sign(boolean idle, @Nullable List<@Nullable String> watching) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PUT, "/api/me/devices/{deviceId}", "Tell whether a device is being used")
          .taking(Sign.class)
          .answering(204, null)
          .within(Limits.DEVICES);

  private final Signals signals;
  private final Clock clock;

  TellDeviceEndpoint(Signals signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    Sign sign = request.body(Sign.class);
    List<UserId> watching =
        sign.watching() == null ? null : ApiRequest.ids("watching", sign.watching(), UserId::of);
    if (watching != null && watching.size() > Crowd.MOST_WATCHED) {
      throw Problems.invalid(
              "watching", "field.invalid", "At most " + Crowd.MOST_WATCHED + " can be watched.")
          .exception();
    }
    signals.publish(
        new Signal.DeviceTold(
            request.user(), DeviceIds.inPath(request), sign.idle(), watching, clock.instant()));
    return Mono.just(Answer.noContent());
  }
}
