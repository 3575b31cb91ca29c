package io.beep.app.operations.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.shared.UserId;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.ChosenStatuses.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of what people chose, wherever it is kept. */
interface ChosenStatusesContract {

  Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /** A view of what is kept, as another node or a later start of this one has it. */
  ChosenStatuses open();

  static UserId someone() {
    return new UserId(UUID.randomUUID());
  }

  /** As everyone reads it: who is not named is online. */
  private Status of(UserId user) {
    return open().of(List.of(user)).getOrDefault(user, Status.ONLINE);
  }

  @Test
  default void shouldBeOnlineForWhoNeverChose() {
    assertThat(of(someone())).isEqualTo(Status.ONLINE);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  default void shouldKeepEveryChoice(Status status) {
    UserId ada = someone();
    open().choose(ada, status, NOW);

    assertThat(of(ada)).isEqualTo(status);
  }

  @Test
  default void shouldKeepWhatWasChosenLast() {
    UserId ada = someone();
    Stream.of(Status.DND, Status.INVISIBLE, Status.ONLINE, Status.IDLE)
        .forEach(status -> open().choose(ada, status, NOW));
    assertThat(of(ada)).isEqualTo(Status.IDLE);

    open().choose(ada, Status.ONLINE, NOW.plusSeconds(1));
    assertThat(of(ada)).isEqualTo(Status.ONLINE);
  }

  @Test
  default void shouldNameThoseOnlyWhoAreAskedFor() {
    UserId ada = someone();
    UserId grace = someone();
    UserId alan = someone();
    open().choose(ada, Status.DND, NOW);
    open().choose(grace, Status.INVISIBLE, NOW);

    assertThat(open().of(List.of(grace, alan)))
        .containsExactlyEntriesOf(Map.of(grace, Status.INVISIBLE));
    assertThat(open().of(List.of())).isEmpty();
  }
}
