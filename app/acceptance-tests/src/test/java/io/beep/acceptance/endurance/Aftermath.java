package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What must be true of a {@link Talk} once it has ended, whatever befell Beep meanwhile.
 *
 * @param person reads it all
 * @param name stands before the number in each message
 * @param acknowledged by number
 */
record Aftermath(
    Person person, String channel, String name, Map<Integer, Person.Said> acknowledged) {

  private static final int LISTENERS = 3;

  /** Follow all that is said in it from its birth on. */
  static List<Listener> listeners(Person person, Community community) {
    return IntStream.range(0, LISTENERS)
        .mapToObj(_ -> Listener.after(person, community.position()))
        .toList();
  }

  /** Event store, read model, search, and what each listener saw. */
  void requireAllOnceInEveryView(List<Listener> listeners) {
    List<JsonNode> history = history();
    requireEachOnce(history);
    requireListenersSawTheSame(listeners, history);
    requireSearchFindsAll();
  }

  private void requireEachOnce(List<JsonNode> history) {
    List<String> ids = history.stream().map(item -> item.path("id").asString("")).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted();
    // Everything was sent until it was acknowledged, so that nothing else can be there.
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            acknowledged.values().stream().map(Person.Said::id).toList());
    assertThat(history.stream().map(item -> item.path("content").asString("")))
        .doesNotHaveDuplicates();
  }

  private void requireListenersSawTheSame(List<Listener> listeners, List<JsonNode> history) {
    TreeMap<Long, String> byPosition = new TreeMap<>();
    acknowledged.values().forEach(said -> byPosition.put(said.position(), said.id()));
    assertThat(byPosition).hasSameSizeAs(history);
    for (Listener listener : listeners) {
      listener.awaitPosition(byPosition.lastKey());
      assertThat(listener.faults()).isEmpty();
      assertThat(listener.resets()).isZero();
      assertThat(
              listener.frames().stream()
                  .filter(frame -> frame.type().equals("message.sent"))
                  .map(frame -> frame.data().path("message").path("id").asString("")))
          .containsExactlyElementsOf(byPosition.values());
    }
  }

  private void requireSearchFindsAll() {
    Set<String> expected = new HashSet<>();
    acknowledged.values().forEach(said -> expected.add(said.id()));
    // To read through all that was found takes its time in the long form.
    await("search to have caught up")
        .atMost(Duration.ofSeconds(60).plus(Duration.ofMillis(expected.size())))
        .untilAsserted(() -> assertThat(found()).isEqualTo(expected));
  }

  private Set<String> found() {
    Set<String> found = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page =
          person
              .get("/api/search/messages?q=" + name + "&channelId=" + channel + cursor)
              .requireSuccess()
              .json();
      page.path("items").forEach(hit -> found.add(hit.path("message").path("id").asString("")));
      String next = page.path("cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!cursor.isEmpty());
    return found;
  }

  private List<JsonNode> history() {
    List<List<JsonNode>> pages = new ArrayList<>();
    History page = patiently(() -> person.history(channel, "?limit=100"));
    pages.add(page.items());
    while (page.hasBefore()) {
      String before = "?limit=100&before=" + page.ids().getFirst();
      page = patiently(() -> person.history(channel, before));
      pages.add(page.items());
    }
    return pages.reversed().stream().flatMap(List::stream).toList();
  }

  /** What was hurt last may not have healed yet, and says so. */
  private static <T> T patiently(Callable<T> read) {
    return await("Beep to answer again")
        .atMost(Duration.ofSeconds(15))
        .ignoreExceptionsMatching(AssertionError.class::isInstance)
        .until(read, Objects::nonNull);
  }
}
