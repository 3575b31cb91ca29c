package io.beep.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.moderation.ReportEvent;
import io.beep.coreapi.moderation.ReportFiled;
import io.beep.coreapi.moderation.ReportReopened;
import io.beep.coreapi.moderation.ReportResolved;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.projection.shared.EventFeed;
import io.beep.projection.shared.ReadModelDatabase;
import io.beep.projection.shared.RunningGroup;
import io.beep.readmodel.shared.ProcessingGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported, round after round. */
class ReportsIT {

  private static final ServerId SERVER = new ServerId(new UUID(1, 1));
  private static final ChannelId CHANNEL = new ChannelId(new UUID(2, 1));
  private static final UserId LINUS = new UserId(new UUID(4, 3));

  private final ReadModelDatabase database = new ReadModelDatabase();

  private static ReportFiled filed(UUID target, @Nullable UserId by, String text) {
    return new ReportFiled(SERVER, "message", target, LINUS, CHANNEL, 0L, by, "spam", text);
  }

  private static ReportResolved resolved(UUID target) {
    return new ReportResolved(SERVER, "message", target, LINUS, CHANNEL, "acted", null, LINUS);
  }

  private static ReportReopened reopened(UUID target) {
    return new ReportReopened(SERVER, "message", target, LINUS, CHANNEL, LINUS);
  }

  private static UserId reporter(int number) {
    return new UserId(new UUID(9, number));
  }

  private RunningGroup directory(EventFeed feed) {
    return RunningGroup.start(
        ProjectionGroups.DIRECTORY.serving(database.serving(ProcessingGroups.DIRECTORY)),
        1,
        feed,
        database.dataSource());
  }

  private void project(EventFeed feed) {
    try (RunningGroup directory = directory(feed)) {
      directory.catchUp();
    }
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>(database.rows("report"));
    rows.addAll(database.rows("report_filing"));
    return rows;
  }

  /** Who waits for an answer, by target. */
  private Map<UUID, TreeSet<UUID>> waiting() {
    Map<UUID, TreeSet<UUID>> waiting = new TreeMap<>();
    database
        .jdbc()
        .query(
            """
            select r.target_id, f.reporter_id from report r join report_filing f
              on f.server_id = r.server_id and f.target_id = r.target_id
            where r.open and f.position > r.closed_through
            """,
            row -> {
              waiting
                  .computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeSet<>())
                  .add(row.getObject(2, UUID.class));
            });
    return waiting;
  }

  /** As the aggregate decides it, where a report that is open already causes nothing. */
  private static final class Book {
    final TreeSet<UUID> waiting = new TreeSet<>();
    final TreeSet<UUID> answered = new TreeSet<>();
  }

  @Nested
  class WhenMuchIsReportedAndAnswered {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepWhoWaitsThroughAReplayAndTwice(long seed) {
      Random random = new Random(seed);
      Map<UUID, Book> books = new TreeMap<>();
      List<ReportEvent> events = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        UUID target = new UUID(5, random.nextInt(12));
        Book book = books.computeIfAbsent(target, _ -> new Book());
        switch (random.nextInt(6)) {
          case 0 -> {
            if (!book.waiting.isEmpty()) {
              events.add(resolved(target));
              book.answered.clear();
              book.answered.addAll(book.waiting);
              book.waiting.clear();
            }
          }
          case 1 -> {
            if (!book.answered.isEmpty()) {
              events.add(reopened(target));
              book.waiting.addAll(book.answered);
              book.answered.clear();
            }
          }
          default -> {
            UserId by = reporter(random.nextInt(8));
            if (book.waiting.add(by.value())) {
              events.add(filed(target, by, "report " + i));
            }
          }
        }
      }
      Map<UUID, TreeSet<UUID>> expected = new TreeMap<>();
      books.forEach(
          (target, book) -> {
            if (!book.waiting.isEmpty()) {
              expected.put(target, book.waiting);
            }
          });
      EventFeed feed = new EventFeed().append(events);

      project(feed);
      assertThat(waiting()).isNotEmpty().isEqualTo(expected);
      List<String> before = rows();

      database.jdbc().update("delete from token_entry");
      project(feed);
      assertThat(rows()).isEqualTo(before);

      database.jdbc().update("update report set open = not open, position = 7");
      try (RunningGroup directory = directory(feed)) {
        directory.replay().catchUp();
      }
      assertThat(rows()).isEqualTo(before);
    }
  }

  @Nested
  class WhenTheServerIsDeleted {

    private final List<DomainEvent> story =
        List.of(
            filed(new UUID(5, 1), reporter(1), "x"),
            filed(new UUID(5, 1), null, "x"),
            new ServerDeletionScheduled(SERVER, LINUS, Instant.EPOCH));

    @Test
    void shouldKeepReportsAsLongAsItCanBeRestored() {
      project(new EventFeed().append(story));
      assertThat(rows()).hasSize(3);
    }

    @Test
    void shouldForgetThemWhenItIsFinal() {
      project(
          new EventFeed()
              .append(story)
              .append(List.of(new ServerDeletionFinished(SERVER, LINUS, Map.of()))));
      assertThat(rows()).isEmpty();
    }
  }
}
