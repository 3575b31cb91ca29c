package io.beep.projection.shared.index;

import io.beep.readmodel.shared.IndexShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which indexes of one shape there are, and which of them its alias stands for. A rebuild makes a
 * new one under the next name; another shape is another version.
 */
public final class SearchIndexes {

  private static final String SEPARATOR = "-";

  private final SearchCalls calls;
  private final IndexShape shape;

  public SearchIndexes(SearchCalls calls, IndexShape shape) {
    this.calls = calls;
    this.shape = shape;
  }

  /** Makes an empty one and has it searched, when there is none that is. */
  public void ensureServing() {
    if (!hasAlias()) {
      create(shape.index());
      serve(shape.index());
    }
  }

  /** Makes an empty one unless it is there; another node may have been first. */
  public void create(String name) {
    int created = calls.status("PUT", "/" + name, definition());
    if (created >= SearchCalls.FIRST_FAILURE && !exists(name)) {
      throw new SearchIndexException("the index " + name + " was refused: HTTP " + created);
    }
  }

  public boolean exists(String name) {
    return calls.status("HEAD", "/" + name, null) != SearchCalls.NOT_FOUND;
  }

  /** The names behind the alias; one, or none before the first document. */
  public List<String> serving() {
    return hasAlias()
        ? List.copyOf(
            calls
                .call(
                    () -> calls.client().indices().getAlias(get -> get.name(shape.alias())),
                    SearchCalls.LIMIT)
                .result()
                .keySet())
        : List.of();
  }

  private boolean hasAlias() {
    return calls.status("HEAD", "/_alias/" + shape.alias(), null) != SearchCalls.NOT_FOUND;
  }

  public boolean isServing(String name) {
    return serving().contains(name);
  }

  public List<String> all() {
    return List.copyOf(
        calls
            .call(
                () ->
                    calls
                        .client()
                        .indices()
                        .get(get -> get.index(shape.alias() + "-v*").ignoreUnavailable(true)),
                SearchCalls.LIMIT)
            .result()
            .keySet());
  }

  /** A name that no index has. */
  public String next() {
    int last =
        all().stream()
            .filter(name -> name.startsWith(shape.index() + SEPARATOR))
            .mapToInt(name -> number(name.substring(shape.index().length() + 1)))
            .max()
            .orElse(1);
    return shape.index() + SEPARATOR + (last + 1);
  }

  private static int number(String text) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 1;
  }

  /** From now on this one is searched, and no other: in one step, for every reader. */
  public void serve(String name) {
    String actions =
        Stream.concat(
                serving().stream()
                    .filter(other -> !other.equals(name))
                    .map(other -> action("remove", other)),
                Stream.of(action("add", name)))
            .collect(Collectors.joining(",", "{\"actions\":[", "]}"));
    calls.require("POST", "/_aliases", actions);
  }

  private String action(String verb, String index) {
    return "{\"%s\":{\"index\":\"%s\",\"alias\":\"%s\"}}".formatted(verb, index, shape.alias());
  }

  /** Nobody searches it yet: new documents need not be found before {@link #refreshAsUsual}. */
  public void refreshNever(String name) {
    refreshInterval(name, "-1");
  }

  public void refreshAsUsual(String name) {
    refreshInterval(name, shape.refreshInterval());
    refresh(name);
  }

  private void refreshInterval(String name, String interval) {
    calls.require(
        "PUT",
        "/" + name + "/_settings",
        "{\"index\":{\"refresh_interval\":\"%s\"}}".formatted(interval));
  }

  /** What is in it is found from now on. */
  public void refresh(String name) {
    calls.require("POST", "/" + name + "/_refresh", null);
  }

  public void delete(String name) {
    int deleted = calls.status("DELETE", "/" + name, null);
    if (deleted >= SearchCalls.FIRST_FAILURE && deleted != SearchCalls.NOT_FOUND) {
      throw new SearchIndexException(name + " cannot be deleted: HTTP " + deleted);
    }
  }

  private String definition() {
    try (InputStream stream = IndexShape.class.getResourceAsStream(shape.definition())) {
      return new String(
          Objects.requireNonNull(stream, shape.definition()).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
