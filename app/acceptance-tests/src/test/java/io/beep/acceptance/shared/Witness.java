package io.beep.acceptance.shared;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sees whether something was appended to the event stream. Two commands with nothing between them
 * have neighbouring positions. A product may keep the receipt of an {@code Idempotency-Key} in the
 * stream too: how many places that takes is seen at a message with a key.
 */
public final class Witness {

  private static final Map<String, String> MARK = Map.of("content", "mark");

  private final Person person;
  private final String messages;
  private final long placesOfKeyed;

  private Witness(Person person, String channel) {
    this.person = person;
    this.messages = "/api/channels/" + channel + "/messages";
    this.placesOfKeyed = placesOfKeyed();
  }

  static Witness of(Beep beep) {
    Person person = beep.newcomer();
    return new Witness(person, person.foundPrivate("Witness").text());
  }

  /** The answer to a request that must append nothing. */
  public Answer ofNothing(Supplier<Answer> request) {
    return ofEvents(0, request);
  }

  /** The answer to a request, or to several, that must append so many events. */
  public <T> T ofEvents(long events, Supplier<T> request) {
    long before = mark();
    T answer = request.get();
    long appended = mark() - before - 1;
    if (appended != events) {
      throw new AssertionError(
          "expected %d new events, got %d, with the answer %s".formatted(events, appended, answer));
    }
    return answer;
  }

  /**
   * The answer to a request, or to several, that must append so many events, each of a command with
   * an {@code Idempotency-Key}.
   */
  public <T> T ofKeyedEvents(long events, Supplier<T> request) {
    return ofEvents(events * placesOfKeyed, request);
  }

  private long placesOfKeyed() {
    long before = mark();
    var _ =
        person
            .call("POST", messages)
            .json(MARK)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .send();
    return mark() - before - 1;
  }

  private long mark() {
    return person.post(messages, MARK).position();
  }
}
