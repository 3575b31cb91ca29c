package io.beep.gateway.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.beep.coreapi.channel.ChannelCommand;
import io.beep.coreapi.channel.HideChannel;
import io.beep.coreapi.channel.RenameChannel;
import io.beep.coreapi.channel.SetChannelSlowMode;
import io.beep.coreapi.channel.SetChannelTopic;
import io.beep.coreapi.channel.ShowChannel;
import io.beep.coreapi.shared.ChannelId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.Steps;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Each field is a command of its own, sent in the order name, topic, slowMode, private; the first
 * refusal ends it.
 */
final class ChangeChannelEndpoint implements Endpoint {

  /**
   * @param slowMode seconds, 0 for none
   */
  record ChannelChange(
      @Nullable String name,
      Change topic,
      @Nullable Integer slowMode,
      @JsonProperty("private") @Nullable Boolean isPrivate) {}

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
    Map<String, ChannelCommand> steps = new LinkedHashMap<>();
    if (body.name() != null) {
      steps.put("name", new RenameChannel(channel, request.user(), body.name()));
    }
    if (body.topic().given()) {
      steps.put("topic", new SetChannelTopic(channel, request.user(), body.topic().value()));
    }
    if (body.slowMode() != null) {
      steps.put("slowMode", new SetChannelSlowMode(channel, request.user(), body.slowMode()));
    }
    if (body.isPrivate() != null) {
      steps.put(
          "private",
          body.isPrivate()
              ? new HideChannel(channel, request.user())
              : new ShowChannel(channel, request.user()));
    }
    return Steps.send(commands, steps, channel, request);
  }
}
