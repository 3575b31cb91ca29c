package io.beep.gateway.feed;

import io.beep.gateway.shared.contract.Schemas;
import io.beep.gateway.shared.http.Answer;
import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.http.Endpoint;
import io.beep.gateway.shared.http.Operation;
import io.beep.gateway.shared.json.Json;
import io.beep.gateway.shared.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The AsyncAPI 3.0 document of the feed: every type of frame with what its data has. */
final class AsyncApiEndpoint implements Endpoint {

  private static final Operation OPERATION =
      Operation.reading("/api/asyncapi.json", "The frames of the feed", AsyncApiDocument.class)
          .openToAll()
          .within(Limits.PUBLIC_READS);

  private record AsyncApiDocument(String asyncapi) {}

  private final byte[] document;

  AsyncApiEndpoint(Json json) {
    document = json.write(document(new Schemas(json)));
  }

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public Mono<Answer> handle(ApiRequest request) {
    return Mono.just(Answer.ok(document));
  }

  private static Map<String, Object> document(Schemas schemas) {
    Map<String, Object> messages = new LinkedHashMap<>();
    List<Map<String, Object>> all = new ArrayList<>();
    FrameWriter.DATA.forEach(
        (type, data) -> {
          messages.put(
              type,
              Map.of("name", type, "contentType", "application/json", "payload", schemas.of(data)));
          all.add(Map.of("$ref", "#/channels/feed/messages/" + type));
        });
    return Map.of(
        "asyncapi",
        "3.0.0",
        "info",
        Map.of(
            "title",
            "The feed of Beep",
            "version",
            "1",
            "description",
            "Server-sent events. The id of a frame is its position in the event stream; typing and"
                + " presence have none. Resume with Last-Event-ID; load a snapshot after feed.reset. The stream"
                + " ends with the access token that opened it."),
        "channels",
        Map.of("feed", Map.of("address", "/api/feed", "messages", messages)),
        "operations",
        Map.of(
            "follow",
            Map.of(
                "action", "send", "channel", Map.of("$ref", "#/channels/feed"), "messages", all)),
        "components",
        Map.of("schemas", schemas.named()));
  }
}
