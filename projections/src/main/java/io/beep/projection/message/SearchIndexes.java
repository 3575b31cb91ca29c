package io.beep.projection.message;

import io.beep.readmodel.message.MessageDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which indexes there are, and which of them {@link MessageDocument#ALIAS} stands for. Their shape
 * is {@link MessageDocument#DEFINITION}. A rebuild makes a new one under the next name; another
 * shape is another version of {@link MessageDocument#INDEX}.
 */
final class SearchIndexes {

  private static final String OF_ANY_VERSION = MessageDocument.ALIAS + "-v*";
  private static final String SEPARATOR = "-";

  private final SearchCalls calls;

  SearchIndexes(SearchCalls calls) {
    this.calls = calls;
  }

  /** Makes an empty one and has it searched, when there is none that is. */
  void ensureServing() {
    if (!hasAlias()) {
      create(MessageDocument.INDEX);
      serve(MessageDocument.INDEX);
    }
  }

  /** Makes an empty one unless it is there; another node may have been first. */
  void create(String name) {
    int created = calls.status("PUT", "/" + name, definition());
    if (created >= SearchCalls.FIRST_FAILURE && !exists(name)) {
      throw new SearchIndexException("the index " + name + " was refused: HTTP " + created);
    }
  }

  boolean exists(String name) {
    return calls.status("HEAD", "/" + name, null) != SearchCalls.NOT_FOUND;
  }

  /** The names behind the alias; one, or none before the first message. */
  List<String> serving() {
    return hasAlias()
        ? List.copyOf(
            calls
                .call(
                    () -> calls.client().indices().getAlias(get -> get.name(MessageDocument.ALIAS)),
                    SearchCalls.LIMIT)
                .result()
                .keySet())
        : List.of();
  }

  private boolean hasAlias() {
    return calls.status("HEAD", "/_alias/" + MessageDocument.ALIAS, null) != SearchCalls.NOT_FOUND;
  }

  boolean isServing(String name) {
    return serving().contains(name);
  }

  List<String> all() {
    return List.copyOf(
        calls
            .call(
                () ->
                    calls
                        .client()
                        .indices()
                        .get(get -> get.index(OF_ANY_VERSION).ignoreUnavailable(true)),
                SearchCalls.LIMIT)
            .result()
            .keySet());
  }

  /** A name that no index has. */
  String next() {
    int last =
        all().stream()
            .filter(name -> name.startsWith(MessageDocument.INDEX + SEPARATOR))
            .mapToInt(name -> number(name.substring(MessageDocument.INDEX.length() + 1)))
            .max()
            .orElse(1);
    return MessageDocument.INDEX + SEPARATOR + (last + 1);
  }

  private static int number(String text) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 1;
  }

  /** From now on this one is searched, and no other: in one step, for every reader. */
  void serve(String name) {
    String actions =
        Stream.concat(
                serving().stream()
                    .filter(other -> !other.equals(name))
                    .map(other -> action("remove", other)),
                Stream.of(action("add", name)))
            .collect(Collectors.joining(",", "{\"actions\":[", "]}"));
    calls.require("POST", "/_aliases", actions);
  }

  private static String action(String verb, String index) {
    return "{\"%s\":{\"index\":\"%s\",\"alias\":\"%s\"}}"
        .formatted(verb, index, MessageDocument.ALIAS);
  }

  /** Nobody searches it yet: new documents need not be found before {@link #refreshAsUsual}. */
  void refreshNever(String name) {
    refreshInterval(name, "-1");
  }

  void refreshAsUsual(String name) {
    refreshInterval(name, MessageDocument.REFRESH_INTERVAL);
    refresh(name);
  }

  private void refreshInterval(String name, String interval) {
    calls.require(
        "PUT",
        "/" + name + "/_settings",
        "{\"index\":{\"refresh_interval\":\"%s\"}}".formatted(interval));
  }

  /** What is in it is found from now on. */
  void refresh(String name) {
    calls.require("POST", "/" + name + "/_refresh", null);
  }

  void delete(String name) {
    int deleted = calls.status("DELETE", "/" + name, null);
    if (deleted >= SearchCalls.FIRST_FAILURE && deleted != SearchCalls.NOT_FOUND) {
      throw new SearchIndexException(name + " cannot be deleted: HTTP " + deleted);
    }
  }

  private static String definition() {
    try (InputStream stream =
        MessageDocument.class.getResourceAsStream(MessageDocument.DEFINITION)) {
      return new String(
          Objects.requireNonNull(stream, MessageDocument.DEFINITION).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
