package io.beep.acceptance.endurance;

import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.Person;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * All that one person sees: as a client shows it that loads a snapshot once and applies frames from
 * then on. What a frame tells may be in a snapshot already that was loaded later, so that each is
 * applied as if it could be the second time.
 */
final class Picture {

  private final Person person;
  private final TreeMap<String, Server> servers = new TreeMap<>();
  private long position;

  /**
   * What stands in one server.
   *
   * @param channels names by id
   * @param members ids
   * @param messages contents by channel and id
   */
  private record Server(
      TreeMap<String, String> channels,
      TreeSet<String> members,
      TreeMap<String, TreeMap<String, String>> messages) {}

  private Picture(Person person) {
    this.person = person;
  }

  /** As it is now. */
  static Picture snapshot(Person person) {
    Picture picture = new Picture(person);
    JsonNode mine = person.get("/api/servers").requireSuccess().json();
    picture.position = mine.path("position").asLong();
    mine.path("items").forEach(server -> picture.load(server.path("id").asString("")));
    return picture;
  }

  /** A frame of any later position changes it. */
  long position() {
    return position;
  }

  private void load(String id) {
    JsonNode view = person.get("/api/servers/" + id).requireSuccess().json();
    if (!view.path("member").asBoolean()) {
      // Left again meanwhile, which a later frame tells.
      return;
    }
    Server server = new Server(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
    person
        .get("/api/servers/" + id + "/members?limit=100")
        .requireSuccess()
        .json()
        .path("items")
        .forEach(member -> server.members().add(member.path("userId").asString("")));
    for (JsonNode channel : view.path("channels")) {
      String channelId = channel.path("id").asString("");
      server.channels().put(channelId, channel.path("name").asString(""));
      loadMessages(server, channelId);
    }
    servers.put(id, server);
  }

  private void loadMessages(Server server, String channel) {
    if (person.get("/api/channels/" + channel + "/messages?limit=1").status() != 200) {
      // A channel for voices has no messages.
      return;
    }
    TreeMap<String, String> messages = messages(server, channel);
    History page = person.history(channel, "?limit=100");
    while (true) {
      for (int i = 0; i < page.items().size(); i++) {
        messages.put(page.ids().get(i), page.contents().get(i));
      }
      if (!page.hasBefore()) {
        return;
      }
      page = person.history(channel, "?limit=100&before=" + page.ids().getFirst());
    }
  }

  private static TreeMap<String, String> messages(Server server, String channel) {
    return server.messages().computeIfAbsent(channel, _ -> new TreeMap<>());
  }

  void apply(Listener.Frame frame) {
    JsonNode data = frame.data();
    String id = data.path("serverId").asString("");
    switch (frame.type()) {
      case "server.created" -> load(id);
      case "server.deleted" -> servers.remove(id);
      case "member.joined" -> {
        String user = data.path("member").path("userId").asString("");
        if (user.equals(person.id())) {
          load(id);
        }
        change(id, server -> server.members().add(user));
      }
      case "member.left" -> {
        String user = data.path("userId").asString("");
        if (user.equals(person.id())) {
          servers.remove(id);
        }
        change(id, server -> server.members().remove(user));
      }
      case "channel.created" ->
          change(
              id,
              server ->
                  server
                      .channels()
                      .put(
                          data.path("channel").path("id").asString(""),
                          data.path("channel").path("name").asString("")));
      case "channel.renamed" ->
          change(
              id,
              server ->
                  server
                      .channels()
                      .computeIfPresent(
                          data.path("channelId").asString(""),
                          (_, _) -> data.path("name").asString("")));
      case "channel.deleted" ->
          change(
              id,
              server -> {
                server.channels().remove(data.path("channelId").asString(""));
                server.messages().remove(data.path("channelId").asString(""));
              });
      case "message.sent" -> {
        JsonNode message = data.path("message");
        change(
            id,
            server ->
                messages(server, message.path("channelId").asString(""))
                    .put(message.path("id").asString(""), message.path("content").asString("")));
      }
      case "message.edited" -> {
        JsonNode message = data.path("message");
        change(
            id,
            server ->
                messages(server, message.path("channelId").asString(""))
                    .computeIfPresent(
                        message.path("id").asString(""),
                        (_, _) -> message.path("content").asString("")));
      }
      case "message.deleted" ->
          change(
              id,
              server ->
                  messages(server, data.path("channelId").asString(""))
                      .remove(data.path("messageId").asString("")));
      case "server.renamed", "server.described", "channel.topic-set" -> {
        // Not part of this picture.
      }
      default -> throw new AssertionError("a frame that the API does not name: " + frame);
    }
  }

  private void change(String id, Consumer<Server> change) {
    Server server = servers.get(id);
    if (server != null) {
      change.accept(server);
    }
  }

  /** For comparing; a channel without messages is as one that nobody looked into. */
  Map<String, String> described() {
    TreeMap<String, String> described = new TreeMap<>();
    servers.forEach(
        (id, server) -> {
          described.put(id, "members " + server.members() + ", channels " + server.channels());
          server
              .messages()
              .forEach(
                  (channel, messages) -> {
                    if (!messages.isEmpty() && server.channels().containsKey(channel)) {
                      described.put(id + "/" + channel, messages.toString());
                    }
                  });
        });
    return described;
  }
}
