package io.beep.gateway.shared.bus;

import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.Identifier;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.problem.Problems;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request that is several commands to one thing. */
public final class Steps {

  private Steps() {}

  /**
   * Sends them one after the other and answers the position of the last. The first refusal ends it;
   * what was done before stays, and sending the request again does the rest.
   *
   * @param steps by the name of the field that asks for each, in order
   */
  public static Mono<Answer> send(
      CommandSender commands,
      Map<String, ? extends Command> steps,
      Identifier target,
      ApiRequest request) {
    if (steps.isEmpty()) {
      return Mono.error(
          Problems.malformed("request.empty", "There is nothing in it to change.").exception());
    }
    ApiRequest.Idempotency whole = request.idempotency();
    return Flux.fromIterable(steps.entrySet())
        .concatMap(
            step ->
                commands.send(
                    step.getValue(), request, whole == null ? null : whole.forPart(step.getKey())))
        .last()
        .map(outcome -> Answer.ok(new Acknowledged(target.value(), outcome.position())));
  }
}
