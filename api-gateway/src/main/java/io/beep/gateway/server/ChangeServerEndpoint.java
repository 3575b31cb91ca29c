package io.beep.gateway.server;

import io.beep.coreapi.server.DescribeServer;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ServerCommand;
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ServerId;
import io.beep.gateway.shared.bus.CommandSender;
import io.beep.gateway.shared.bus.Steps;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Each field is a command of its own, sent in the order name, description, tags, visibility; the
 * first refusal ends it.
 */
final class ChangeServerEndpoint implements Endpoint {

  record ServerChange(
      @Nullable String name,
      Change description,
      @Nullable List<String> tags,
      @Nullable Visibility visibility) {}

  private static final Operation OPERATION =
      Operation.changing(
              HttpMethod.PATCH,
              "/api/servers/{serverId}",
              "Rename, describe, tag, open or close a server")
          .taking(ServerChange.class);

  private final CommandSender commands;

  ChangeServerEndpoint(CommandSender commands) {
    this.commands = commands;
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    ServerId server = request.id("serverId", ServerId::of, "server");
    ServerChange body = request.body(ServerChange.class);
    Map<String, ServerCommand> steps = new LinkedHashMap<>();
    if (body.name() != null) {
      steps.put("name", new RenameServer(server, request.user(), body.name()));
    }
    if (body.description().given()) {
      steps.put(
          "description", new DescribeServer(server, request.user(), body.description().value()));
    }
    if (body.tags() != null) {
      steps.put("tags", new TagServer(server, request.user(), body.tags()));
    }
    if (body.visibility() != null) {
      steps.put("visibility", new SetServerVisibility(server, request.user(), body.visibility()));
    }
    return Steps.send(commands, steps, server, request);
  }
}
