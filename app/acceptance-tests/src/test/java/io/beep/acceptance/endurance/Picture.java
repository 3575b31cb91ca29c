package io.beep.acceptance.endurance;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * All that one person sees: as a client shows it that loads a snapshot, applies frames as they
 * come, and loads again what may have changed as a whole. A snapshot tells up to which position it
 * knows everything; frames up to there are passed over.
 */
final class Picture {

  private static final int TRIES = 20;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Person person;
  private final TreeMap<String, Server> servers = new TreeMap<>();
  private long position;
  private int loads;

  /**
   * What stands in one server.
   *
   * @param asOf frames up to here are in it already
   * @param channels names by id
   * @param members ids
   * @param messages contents by channel and id
   */
  private record Server(
      long asOf,
      TreeMap<String, String> channels,
      TreeSet<String> members,
      TreeMap<String, TreeMap<String, String>> messages) {}

  private Picture(Person person) {
    this.person = person;
  }

  /** As it is now, and not before this position. */
  static Picture snapshot(Person person, long atLeast) {
    Picture picture = new Picture(person);
    picture.loadAll(atLeast);
    return picture;
  }

  /** A frame of any later position changes it. */
  long position() {
    return position;
  }

  /** How often a server was loaded. */
  int loads() {
    return loads;
  }

  private void loadAll(long atLeast) {
    servers.clear();
    JsonNode mine = ask("/api/servers?atLeast=" + atLeast).requireSuccess().json();
    position = mine.path("position").asLong();
    mine.path("items").forEach(server -> load(server.path("id").asString(""), position));
  }

  /** What has come to an end meanwhile is left out: a frame that comes later tells of it. */
  private void load(String id, long atLeast) {
    loads++;
    servers.remove(id);
    Loading loading = new Loading(atLeast);
    Optional<JsonNode> view = loading.get("/api/servers/" + id + "?");
    Optional<JsonNode> members = loading.get("/api/servers/" + id + "/members?limit=100&");
    if (view.isEmpty() || members.isEmpty() || !view.get().path("member").asBoolean()) {
      return;
    }
    TreeSet<String> ids = new TreeSet<>();
    members.get().path("items").forEach(member -> ids.add(member.path("userId").asString("")));
    TreeMap<String, String> channels = new TreeMap<>();
    TreeMap<String, TreeMap<String, String>> messages = new TreeMap<>();
    for (JsonNode channel : view.get().path("channels")) {
      String channelId = channel.path("id").asString("");
      channels.put(channelId, channel.path("name").asString(""));
      messages.put(channelId, messages(channelId, loading));
    }
    servers.put(id, new Server(loading.asOf(), channels, ids, messages));
  }

  private static TreeMap<String, String> messages(String channel, Loading loading) {
    TreeMap<String, String> messages = new TreeMap<>();
    String path = "/api/channels/" + channel + "/messages?limit=100&";
    Optional<JsonNode> page = loading.get(path);
    while (page.isPresent()) {
      page.get()
          .path("items")
          .forEach(
              item ->
                  messages.put(item.path("id").asString(""), item.path("content").asString("")));
      page =
          page.get().path("hasBefore").asBoolean()
              ? loading.get(path + "before=" + messages.firstKey() + "&")
              : Optional.empty();
    }
    return messages;
  }

  /** Several answers, each of which knows everything up to a position of its own. */
  private final class Loading {

    private final long atLeast;
    private long asOf = Long.MAX_VALUE;

    Loading(long atLeast) {
      this.atLeast = atLeast;
    }

    /** Empty when it may not be seen (any more), or is gone. */
    Optional<JsonNode> get(String path) {
      Answer answer = ask(path + "atLeast=" + atLeast);
      if (answer.status() == 403 || answer.status() == 404) {
        asOf = atLeast;
        return Optional.empty();
      }
      JsonNode json = answer.requireSuccess().json();
      asOf = Math.min(asOf, json.path("position").asLong(atLeast));
      return Optional.of(json);
    }

    long asOf() {
      return asOf;
    }
  }

  /** What waits for a position may wait for longer than one request does. */
  private Answer ask(String path) {
    Answer answer = person.get(path);
    for (int tries = 1; answer.saysLater() && tries < TRIES; tries++) {
      Moments.pass(PAUSE);
      answer = person.get(path);
    }
    return answer;
  }

  private static TreeMap<String, String> messages(Server server, String channel) {
    return server.messages().computeIfAbsent(channel, _ -> new TreeMap<>());
  }

  void apply(Listener.Frame frame) {
    JsonNode data = frame.data();
    String id = data.path("serverId").asString("");
    Server known = servers.get(id);
    if (known != null && frame.position() <= known.asOf()) {
      return;
    }
    switch (frame.type()) {
      case "feed.reset" -> loadAll(frame.position());
      case "server.created" -> load(id, frame.position());
      case "role.permissions-set", "channel.overwrites-changed" -> load(id, frame.position());
      case "role.given", "role.taken" -> {
        if (data.path("userId").asString("").equals(person.id())) {
          load(id, frame.position());
        }
      }
      case "server.deleted" -> servers.remove(id);
      case "member.joined" -> {
        String user = data.path("member").path("userId").asString("");
        if (user.equals(person.id())) {
          load(id, frame.position());
        }
        change(id, server -> server.members().add(user));
      }
      case "member.left", "member.kicked", "member.banned" -> {
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
      case "role.created",
          "member.unbanned",
          "member.timed-out",
          "member.timeout-lifted",
          "server.renamed",
          "server.described",
          "channel.topic-set" -> {
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
