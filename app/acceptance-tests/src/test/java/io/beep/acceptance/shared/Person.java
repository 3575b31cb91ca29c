package io.beep.acceptance.shared;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Someone who is signed in. */
public record Person(Beep beep, String id, SignUp signUp, String token) {

  public Call call(String method, String path) {
    return beep.call(method, path).bearing(token);
  }

  public Answer get(String path) {
    return call("GET", path).send();
  }

  public Answer post(String path, Object json) {
    return call("POST", path).json(json).send();
  }

  public Answer patch(String path, Object json) {
    return call("PATCH", path).json(json).send();
  }

  public Answer put(String path) {
    return call("PUT", path).send();
  }

  public Answer delete(String path) {
    return call("DELETE", path).send();
  }

  /** The same person on another Beep, or with another token. */
  public Person with(Beep other, String otherToken) {
    return new Person(other, id, signUp, otherToken);
  }

  public String username() {
    return signUp.username();
  }

  public Community foundPublic(String name) {
    return found(name, "public");
  }

  public Community foundPrivate(String name) {
    return found(name, "private");
  }

  private Community found(String name, String visibility) {
    return Community.of(
        post("/api/servers", Map.of("name", name, "visibility", visibility)).requireSuccess());
  }

  /** Answers the position. */
  public long join(Community community) {
    return put(community.path() + "/members/me").position();
  }

  public long leave(Community community) {
    return delete(community.path() + "/members/me").position();
  }

  /** Answers the id of a new text channel. */
  public String openChannel(Community community, String name) {
    return post(community.path() + "/channels", Map.of("name", name, "type", "text")).id();
  }

  public String openPrivateChannel(Community community, String name) {
    return post(
            community.path() + "/channels", Map.of("name", name, "type", "text", "private", true))
        .id();
  }

  public Said say(String channel, String content) {
    Answer answer = post("/api/channels/" + channel + "/messages", Map.of("content", content));
    return new Said(answer.id(), answer.position());
  }

  /**
   * @param query with its question mark, or nothing
   */
  public History history(String channel, String query) {
    JsonNode page = get("/api/channels/" + channel + "/messages" + query).requireSuccess().json();
    return History.of(page);
  }

  /** All that happens from now on. */
  public FeedStream follow() {
    return FeedStream.open(call("GET", "/api/feed"));
  }

  /** All that happened after the position, and goes on. */
  public FeedStream followAfter(long position) {
    return FeedStream.open(call("GET", "/api/feed?after=" + position));
  }

  /** A message that was acknowledged. */
  public record Said(String id, long position) {}
}
