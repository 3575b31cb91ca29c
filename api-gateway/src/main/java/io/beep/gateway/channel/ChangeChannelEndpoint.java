package io.beep.gateway.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.channel.EditChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.http.Acknowledged;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import io.beep.gateway.shared.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** All fields are one command: when one is refused, none is changed. */
final class ChangeChannelEndpoint implements Endpoint {

  /**
   * @param slowMode seconds, 0 for none
   */
  record ChannelChange(
      @Nullable String name,
      Change topic,
      @Nullable Integer slowMode,
      @JsonProperty("private") @Nullable Boolean isPrivate) {

    private boolean saysNothing() {
      return name == null && !topic.given() && slowMode == null && isPrivate == null;
    }
  }

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH,
              "/api/channels/{channelId}",
              "Rename a channel, set its topic or slow mode, make it private or public")
          .taking(ChannelChange.class);

  private final CommandSender commands;

  ChangeChannelEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ChannelId channel = request.id("channelId", ChannelId::of, "channel");
    ChannelChange body = request.body(ChannelChange.class);
    if (body.saysNothing()) {
      throw Problems.nothingToChange().exception();
    }
    return commands
        .send(
            new EditChannel(
                channel,
                request.user(),
                body.name(),
                body.topic().newText(),
                body.slowMode(),
                body.isPrivate()),
            request)
        .map(outcome -> Answer.ok(new Acknowledged(channel.value(), outcome.position())));
  }
}
