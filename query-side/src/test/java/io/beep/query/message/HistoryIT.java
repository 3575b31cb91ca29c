package io.beep.query.message;

import static io.beep.query.shared.Refused.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.query.shared.World;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryIT {

  private final World world = new World();
  private final UserId reader = world.user("reader");
  private final ServerId server = world.privateServer(reader);
  private final ChannelId channel = world.channel(server);
  private final ChannelId otherChannel = world.channel(server);
  private final MessageQueries queries =
      new MessageQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private MessagePage page(
      @Nullable MessageId before, @Nullable MessageId after, @Nullable MessageId around, int most) {
    return answered(
        queries.answer(
            new ListChannelMessages(channel, reader, before, after, around, most), null));
  }

  private static List<MessageId> ids(MessagePage page) {
    return page.items().stream().map(MessageView::id).toList();
  }

  /** Messages came and some went: what was there, and what is. */
  private final class History {
    private final List<MessageId> ever = new ArrayList<>();
    private final List<MessageId> left = new ArrayList<>();

    History(Random random, int size) {
      for (int i = 0; i < size; i++) {
        ever.add(world.message(channel, reader, "message " + i));
        world.message(otherChannel, reader, "elsewhere " + i);
      }
      for (MessageId message : ever) {
        if (random.nextInt(3) == 0) {
          world.delete(message);
        } else {
          left.add(message);
        }
      }
    }
  }

  @Nested
  class WhenItIsPagedThrough {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldShowEveryMessageOnceInBothDirections(long seed) {
      Random random = new Random(seed);
      History history = new History(random, 30 + random.nextInt(60));
      int limit = 1 + random.nextInt(20);

      assertThat(backwards(limit)).isEqualTo(history.left);
      assertThat(forwards(history.ever.getFirst(), limit))
          .isEqualTo(history.left.stream().filter(id -> id != history.ever.getFirst()).toList());
    }

    private List<MessageId> backwards(int limit) {
      List<MessageId> seen = new ArrayList<>();
      MessagePage page = page(null, null, null, limit);
      assertThat(page.hasAfter()).isFalse();
      seen.addAll(ids(page));
      while (page.hasBefore()) {
        page = page(page.items().getFirst().id(), null, null, limit);
        assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
        assertThat(page.hasAfter()).isTrue();
        seen.addAll(0, ids(page));
      }
      return seen;
    }

    private List<MessageId> forwards(MessageId from, int limit) {
      MessagePage page = page(null, from, null, limit);
      List<MessageId> seen = new ArrayList<>(ids(page));
      while (page.hasAfter()) {
        page = page(null, page.items().getLast().id(), null, limit);
        assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
        assertThat(page.hasBefore()).isTrue();
        seen.addAll(ids(page));
      }
      return seen;
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void shouldShowTheNeighboursOfAnyMessageDeletedOrNot(long seed) {
      Random random = new Random(seed);
      History history = new History(random, 40);
      for (MessageId named : history.ever) {
        int limit = 1 + random.nextInt(25);

        MessagePage page = page(null, null, named, limit);

        int first = history.left.indexOf(page.items().getFirst().id());
        int last = history.left.indexOf(page.items().getLast().id());
        assertThat(ids(page)).isEqualTo(history.left.subList(first, last + 1));
        assertThat(page.items()).hasSize(Math.min(limit, history.left.size()));
        assertThat(page.hasBefore()).isEqualTo(first > 0);
        assertThat(page.hasAfter()).isEqualTo(last < history.left.size() - 1);
        if (history.left.contains(named)) {
          assertThat(ids(page)).contains(named);
        }
      }
    }

    @Test
    void shouldSayWhatLiesBeyondADeletedMessage() {
      MessageId first = world.message(channel, reader, "first");
      MessageId second = world.message(channel, reader, "second");
      MessageId third = world.message(channel, reader, "third");
      world.delete(second);
      world.delete(third);

      assertThat(page(second, null, null, 10))
          .satisfies(page -> assertThat(ids(page)).containsExactly(first))
          .satisfies(page -> assertThat(page.hasAfter()).isFalse());
      assertThat(page(null, second, null, 10))
          .satisfies(page -> assertThat(page.items()).isEmpty())
          .satisfies(page -> assertThat(page.hasBefore()).isTrue());
    }
  }

  @Test
  void shouldTellTheAuthorAndThePosition() {
    world.message(channel, reader, "hello");
    world.reached(ProcessingGroups.TIMELINE, 42);

    MessagePage page = page(null, null, null, 50);

    assertThat(page.position()).isEqualTo(42);
    assertThat(page.items().getFirst().author().displayName()).isEqualTo("reader the Great");
    assertThat(page.items().getFirst().content()).isEqualTo("hello");
  }

  @Test
  void shouldAnswerAnEmptyChannel() {
    MessagePage page = page(null, null, null, 50);

    assertThat(page.items()).isEmpty();
    assertThat(page.hasBefore()).isFalse();
    assertThat(page.hasAfter()).isFalse();
    assertThat(page.position()).isEqualTo(100);
  }

  @Test
  void shouldWalkAlongTheKeyInALargeChannel() {
    world
        .jdbc()
        .update(
            """
            insert into message (channel_id, id, server_id, author_id, content, created_at)
            select case when i % 2 = 0 then ? else gen_random_uuid() end,
                   lpad(to_hex(i), 32, '0')::uuid, ?, ?, 'text', now()
            from generate_series(1, 100000) i
            """,
            channel.value(), server.value(), reader.value());
    world.jdbc().execute("analyze message");

    String plan =
        String.join(
            "\n",
            world
                .jdbc()
                .query(
                    "explain select * from message where channel_id = '%s' and id < '%s'"
                            .formatted(channel.value(), new java.util.UUID(-1, -1))
                        + " order by id desc limit 51",
                    (row, number) -> row.getString(1)));

    assertThat(plan).contains("Index Scan Backward using message_pkey").doesNotContain("Sort");
    assertThat(page(null, null, null, 100).items()).hasSize(100);
  }
}
