package io.beep.acceptance.shared;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Sees whether something was appended to the event stream. Positions are dense, so two commands
 * with nothing between them have neighbouring ones.
 */
public final class Witness {

  private final Person person;
  private final String messages;

  private Witness(Person person, String channel) {
    this.person = person;
    this.messages = "/api/channels/" + channel + "/messages";
  }

  public static Witness of(Beep beep) {
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

  private long mark() {
    return person.post(messages, Map.of("content", "mark")).position();
  }
}
