package io.beep.acceptance.shared;

import tools.jackson.databind.JsonNode;

/**
 * A server that was just founded.
 *
 * @param position of the last event that is known of it
 * @param text the channel for messages that it was born with
 * @param voice the other one
 */
public record Community(String id, String text, String voice, long position) {

  static Community of(Answer created) {
    String text = "";
    String voice = "";
    for (JsonNode channel : created.json().path("channels")) {
      switch (channel.path("type").asString("")) {
        case "text" -> text = channel.path("id").asString("");
        case "voice" -> voice = channel.path("id").asString("");
        default -> throw new AssertionError("born with an unknown channel: " + created);
      }
    }
    return new Community(created.id(), text, voice, created.position());
  }

  /** The same, known up to a later position. */
  public Community at(long later) {
    return new Community(id, text, voice, later);
  }

  public String path() {
    return "/api/servers/" + id;
  }
}
