package io.beep.acceptance.shared;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A stretch of a channel, newest last. */
public record History(List<JsonNode> items, boolean hasBefore, boolean hasAfter, long position) {

  static History of(JsonNode page) {
    for (String field : List.of("items", "hasBefore", "hasAfter", "position")) {
      if (!page.has(field)) {
        throw new AssertionError("a page of messages without " + field + ": " + page);
      }
    }
    return new History(
        StreamSupport.stream(page.path("items").spliterator(), false).toList(),
        page.path("hasBefore").asBoolean(),
        page.path("hasAfter").asBoolean(),
        page.path("position").asLong());
  }

  public List<String> contents() {
    return items.stream().map(item -> item.path("content").asString("")).toList();
  }

  public List<String> ids() {
    return items.stream().map(item -> item.path("id").asString("")).toList();
  }
}
