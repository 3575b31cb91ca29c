package io.beep.app.eventstore;

import static io.beep.app.eventstore.StoreFixture.edited;
import static io.beep.app.eventstore.StoreFixture.message;
import static io.beep.app.eventstore.StoreFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.coreapi.message.MessageSent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TailingEventStoreTest {

  private final StoreFixture fixture = new StoreFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Nested
  class WhenManyCommandsAppendAtOnce {

    @Test
    void shouldGiveDensePositionsAndShareCommits() throws Exception {
      TailingEventStore store = fixture.open();
      int commands = 400;

      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < commands; i++) {
          int number = i;
          threads.execute(() -> store.publish(sent(message(number), "hello")));
        }
      }

      assertThat(positions(store, -1))
          .containsExactlyElementsOf(LongStream.range(0, commands).boxed().toList());
      assertThat(store.commits()).isLessThan(commands);
    }

    @Test
    void shouldFailOnlyTheOneThatConflicts() throws Exception {
      TailingEventStore store = fixture.open();
      store.publish(sent(message(0), "first"));
      List<Future<?>> others = new ArrayList<>();
      Future<?> conflicting;

      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        conflicting = threads.submit(() -> store.publish(sent(message(0), "again")));
        for (int i = 1; i <= 50; i++) {
          int number = i;
          others.add(threads.submit(() -> store.publish(sent(message(number), "other"))));
        }
      }

      assertThatThrownBy(conflicting::get)
          .hasCauseInstanceOf(AggregateStreamCreationException.class);
      assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(Duration.ZERO));
      assertThat(positions(store, -1)).hasSize(51).isSorted().doesNotHaveDuplicates();
    }
  }

  @Nested
  class WhenItIsOpenedAgain {

    @Test
    void shouldGoOnBehindTheLastPosition() throws Exception {
      fixture.open().publish(sent(message(1), "before"));

      TailingEventStore store = fixture.reopen();
      store.publish(edited(message(1), 1, "after"));

      assertThat(positions(store, -1)).containsExactly(0L, 1L);
      assertThat(store.committed(message(1).toString())).hasSize(2);
    }

    @Test
    void shouldKnowTheLastIdentifierOfAKind() throws Exception {
      TailingEventStore store = fixture.open();
      List.of(7, 12, 9).forEach(number -> store.publish(sent(message(number), "hello")));

      assertThat(store.lastIdentifier("message:")).hasValue(message(12).toString());
      assertThat(store.lastIdentifier("channel:")).isEmpty();
    }

    @Test
    void shouldRefuseASecondWriter() throws Exception {
      fixture.open();

      assertThatThrownBy(fixture::open)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("another process writes");
    }
  }

  @Nested
  class WhenTheStreamIsFollowed {

    @Test
    void shouldTellOfACommitAtOnce() throws Exception {
      TailingEventStore store = fixture.open();
      Semaphore told = new Semaphore(0);
      try (TrackingEventStream stream = store.openStream(store.createHeadToken())) {
        stream.setOnAvailableCallback(told::release);
        told.drainPermits();

        store.publish(sent(message(1), "hello"));

        assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.nextAvailable().getPayload()).isInstanceOf(MessageSent.class);
        assertThat(stream.hasNextAvailable()).isFalse();
      }
    }

    @Test
    void shouldReadFromTheDatabaseWhatIsNoLongerInMemory() throws Exception {
      TailingEventStore store = fixture.open();
      int events = Tail.CAPACITY + 1500;
      publishInBulk(store, events);

      assertThat(positions(store, -1))
          .containsExactlyElementsOf(LongStream.range(0, events).boxed().toList());
    }

    @Test
    void shouldKeepTheTimeToTheMillisecondInBothForms() throws Exception {
      TailingEventStore store = fixture.open();
      store.publish(sent(message(1), "hello"));
      var inMemory = store.openStream(null).nextAvailable();

      var stored = fixture.reopen().openStream(null).nextAvailable();

      assertThat(stored.getTimestamp().toEpochMilli())
          .isEqualTo(inMemory.getTimestamp().toEpochMilli());
      assertThat(stored.getPayload()).isEqualTo(inMemory.getPayload());
      assertThat(stored.getIdentifier()).isEqualTo(inMemory.getIdentifier());
    }

    private void publishInBulk(TailingEventStore store, int events) {
      int atOnce = 100;
      for (int first = 0; first < events; first += atOnce) {
        store.publish(
            IntStream.range(first, Math.min(first + atOnce, events))
                .mapToObj(number -> sent(message(number), "hello"))
                .toList());
      }
    }
  }

  @Nested
  class WhenTheStoredTypeIsUnknown {

    @Test
    void shouldStopInsteadOfPassingOver() throws Exception {
      fixture.open().publish(sent(message(1), "hello"));
      fixture.database.execute(
          "update domain_event_entry set payload_type = 'message.MessageShouted'");

      TailingEventStore store = fixture.reopen();

      assertThatThrownBy(() -> store.openStream(null).nextAvailable())
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("message.MessageShouted");
    }

    @Test
    void shouldRefuseToStoreWhatIsNotInTheCatalog() throws Exception {
      record Shouted(String loud) implements io.beep.coreapi.shared.DomainEvent {}
      TailingEventStore store = fixture.open();

      assertThatThrownBy(
              () ->
                  store.publish(
                      new GenericDomainEventMessage<>("Message", "message:1", 0, new Shouted("!"))))
          .isInstanceOf(SerializationException.class);
      assertThat(store.head()).isEqualTo(-1);
    }
  }

  @Nested
  class WhenTheConnectionIsLost {

    @Test
    void shouldGoOnWithoutAGapAndTellOfEveryEventOnce() throws Exception {
      TailingEventStore store = fixture.open();
      store.publish(sent(message(1), "before"));

      fixture.database.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and datname = current_database()");
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(
              () -> {
                store.publish(sent(message(2), "after"));
                return true;
              });

      assertThat(positions(store, -1)).containsExactly(0L, 1L);
      assertThat(fixture.told).extracting(Tail::positionOf).containsExactly(0L, 1L);
    }
  }

  @Nested
  class WhenTheDiskIsFull {

    @Test
    void shouldBeUnavailableAndGoOnOnceThereIsRoom() throws Exception {
      TailingEventStore store = fixture.open();
      fixture.database.execute(
          "create function full_disk() returns trigger language plpgsql as $$ begin"
              + " raise exception 'could not extend file' using errcode = 'disk_full'; end $$");
      fixture.database.execute(
          "create trigger full_disk before insert on domain_event_entry"
              + " execute function full_disk()");

      assertThatThrownBy(() -> store.publish(sent(message(1), "too much")))
          .isInstanceOf(EventStoreUnavailableException.class);

      fixture.database.execute("drop trigger full_disk on domain_event_entry");
      store.publish(sent(message(1), "again"));
      assertThat(positions(store, -1)).containsExactly(0L);
      assertThat(fixture.told).extracting(Tail::positionOf).containsExactly(0L);
    }
  }

  @Nested
  class WhenACommandHasAKey {

    private final Receipt receipt = new Receipt("ada", "key-1", "hash", "", "", -1);

    @Test
    void shouldKeepTheReceiptWithTheEvents() throws Exception {
      TailingEventStore store = fixture.open();

      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(1), "hello")));

      assertThat(store.findReceipt("ada", "key-1"))
          .hasValueSatisfying(found -> assertThat(found.position()).isZero());
      assertThat(store.findReceipt("grace", "key-1")).isEmpty();
    }

    @Test
    void shouldKeepTheReceiptOfOneThatCausedNothing() throws Exception {
      TailingEventStore store = fixture.open();
      store.publish(sent(message(1), "hello"));

      assertThat(store.keep(receipt)).isZero();

      assertThat(store.findReceipt("ada", "key-1"))
          .hasValueSatisfying(found -> assertThat(found.position()).isZero());
      assertThatThrownBy(() -> store.keep(receipt)).isInstanceOf(DuplicateCommandException.class);
      assertThatThrownBy(
              () ->
                  StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(2), "hello"))))
          .isInstanceOf(DuplicateCommandException.class);
      store.publish(sent(message(3), "hello"));
      assertThat(positions(store, -1)).containsExactly(0L, 1L);
    }

    @Test
    void shouldWriteNothingForARepetition() throws Exception {
      TailingEventStore store = fixture.open();
      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(1), "hello")));

      assertThatThrownBy(
              () ->
                  StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(2), "hello"))))
          .isInstanceOf(DuplicateCommandException.class);

      assertThat(positions(store, -1)).containsExactly(0L);
    }

    @Test
    void shouldKnowTheKeyForADay() throws Exception {
      TailingEventStore store = fixture.open();
      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(1), "hello")));
      fixture.ageReceipts(Duration.ofHours(24).minusMinutes(1));

      assertThat(store.findReceipt("ada", "key-1")).isPresent();
      assertThatThrownBy(
              () ->
                  StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(2), "hello"))))
          .isInstanceOf(DuplicateCommandException.class);
    }

    @Test
    void shouldTakeTheKeyAgainAfterADay() throws Exception {
      TailingEventStore store = fixture.open();
      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(1), "hello")));
      fixture.ageReceipts(Duration.ofHours(24).plusMinutes(1));

      assertThat(store.findReceipt("ada", "key-1")).isEmpty();
      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(2), "hello")));
      assertThat(positions(store, -1)).containsExactly(0L, 1L);
      assertThat(store.findReceipt("ada", "key-1"))
          .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(1));
    }

    @Test
    void shouldKeepNoReceiptForLongerThanItCounts() throws Exception {
      TailingEventStore store = fixture.open();
      StoreFixture.withReceipt(receipt, () -> store.publish(sent(message(1), "hello")));
      fixture.ageReceipts(Duration.ofHours(24).plusMinutes(1));

      fixture.reopen();

      await().untilAsserted(() -> assertThat(fixture.receipts()).isZero());
    }

    @Test
    void shouldLetExactlyOneOfManyRepetitionsThrough() throws Exception {
      TailingEventStore store = fixture.open();
      List<Future<?>> attempts = new ArrayList<>();

      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 50; i++) {
          int number = i;
          attempts.add(
              threads.submit(
                  () -> {
                    try {
                      StoreFixture.withReceipt(
                          receipt, () -> store.publish(sent(message(number), "hello")));
                    } catch (DuplicateCommandException refused) {
                      // By it the repetition is answered, so it has to be there by now.
                      assertThat(store.findReceipt("ada", "key-1")).isPresent();
                      throw refused;
                    }
                  }));
        }
      }

      assertThat(attempts)
          .filteredOn(attempt -> attempt.state() == Future.State.SUCCESS)
          .hasSize(1);
      assertThat(attempts)
          .filteredOn(attempt -> attempt.state() == Future.State.FAILED)
          .extracting(Future::exceptionNow)
          .hasOnlyElementsOfType(DuplicateCommandException.class);
      assertThat(positions(store, -1)).containsExactly(0L);
    }
  }

  @Nested
  class WhenItIsClosed {

    @Test
    void shouldRefuseWhatComesLater() throws Exception {
      TailingEventStore store = fixture.open();
      store.close();

      assertThatThrownBy(() -> store.publish(sent(message(1), "late")))
          .isInstanceOf(EventStoreUnavailableException.class);
    }
  }

  private static List<Long> positions(TailingEventStore store, long after)
      throws InterruptedException {
    List<Long> positions = new ArrayList<>();
    try (TrackingEventStream stream =
        store.openStream(new org.axonframework.eventhandling.GlobalSequenceTrackingToken(after))) {
      while (stream.hasNextAvailable()) {
        positions.add(Tail.positionOf(stream.nextAvailable()));
      }
    }
    return positions;
  }
}
