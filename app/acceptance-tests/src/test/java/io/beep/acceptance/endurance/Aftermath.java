package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.acceptance.shared.BeepProcess;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.History;
import io.beep.acceptance.shared.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What must be true of a {@link Talk} once it has ended, whatever befell Beep meanwhile.
 *
 * @param beep as it runs after all that
 * @param person reads it all
 * @param name stands before the number in each message
 * @param acknowledged by number
 */
record Aftermath(
    BeepProcess beep,
    Person person,
    String channel,
    String name,
    Map<Integer, Person.Said> acknowledged) {

  private static final int LISTENERS = 3;

  /** Search counts no further; what it lists has no end. */
  private static final int MOST_COUNTED = 10_000;

  /** Follow all that is said in it from its birth on. */
  static List<Listener> listeners(Person person, Community community) {
    return IntStream.range(0, LISTENERS)
        .mapToObj(_ -> Listener.after(person, community.position()))
        .toList();
  }

  /** Event store, read model, search, and what each listener saw. */
  void requireAllOnceInEveryView(List<Listener> listeners) {
    requireStoreHasEachOnce();
    List<JsonNode> history = history();
    requireEachOnce(history);
    requireListenersSawTheSame(listeners, history);
    requireSearchFindsEachOnce();
  }

  /** At the place that was acknowledged, with no other beside it and no hole in the stream. */
  private void requireStoreHasEachOnce() {
    List<StoredEvents.Sent> expected =
        acknowledged.entrySet().stream()
            .map(
                said ->
                    new StoredEvents.Sent(
                        said.getValue().position(),
                        said.getValue().id(),
                        Talk.content(name, said.getKey())))
            .sorted(Comparator.comparingLong(StoredEvents.Sent::position))
            .toList();
    try (StoredEvents store = StoredEvents.of(beep)) {
      assertThat(store.messagesOf(channel)).isEqualTo(expected);
      StoredEvents.Stream stream = store.stream();
      assertThat(stream.first()).isZero();
      assertThat(stream.count()).as("places without a hole").isEqualTo(stream.last() + 1);
    }
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

  private void requireSearchFindsEachOnce() {
    List<String> expected = acknowledged.values().stream().map(Person.Said::id).sorted().toList();
    // To read through all that was found takes its time in the long form.
    await("search to have caught up")
        .atMost(Duration.ofSeconds(60).plus(Duration.ofMillis(expected.size())))
        .untilAsserted(
            () -> {
              Found found = found();
              assertThat(found.total()).isEqualTo(Math.min(expected.size(), MOST_COUNTED));
              assertThat(found.ids()).isEqualTo(expected);
            });
  }

  /**
   * @param total as search counts them itself
   * @param ids of all hits of all pages, in their order; one that comes twice stands here twice
   */
  private record Found(long total, List<String> ids) {}

  private Found found() {
    List<String> found = new ArrayList<>();
    long total;
    String cursor = "";
    do {
      JsonNode page =
          person
              .get("/api/search/messages?q=" + name + "&channelId=" + channel + cursor)
              .requireSuccess()
              .json();
      page.path("items").forEach(hit -> found.add(hit.path("message").path("id").asString("")));
      total = page.path("total").asLong();
      String next = page.path("cursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!cursor.isEmpty());
    return new Found(total, found.stream().sorted().toList());
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
