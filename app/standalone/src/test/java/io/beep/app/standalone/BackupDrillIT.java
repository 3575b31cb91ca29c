package io.beep.app.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beep.app.operations.control.ConsoleAnswer;
import io.beep.app.operations.control.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Drills: people write, Beep is killed in the midst of a rebuild and comes back, goes on with the
 * rebuild while backups are taken and people write on, and each backup is restored elsewhere. Ten
 * of them; {@code -Dbeep.drills} makes it more or fewer.
 */
class BackupDrillIT {

  private static final int DRILLS = Integer.getInteger("beep.drills", 10);
  private static final String USER = "ada";

  @TempDir private Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true);
  private final Random random = new Random(20_261_121L);

  /**
   * @param acknowledged before it was begun
   */
  private record Taken(Path file, List<Message> acknowledged) {}

  @Test
  void shouldBringBackAllThatWasAcknowledgedBeforeTheBackupBegan() throws Exception {
    AtomicReference<@Nullable BeepJvm> running = new AtomicReference<>();
    List<Taken> backups = new ArrayList<>();
    List<Message> original;
    List<String> events;
    Room room;
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      BeepJvm beep = BeepJvm.start(directory.resolve("original"));
      running.set(beep);
      room = Room.made(beep);
      Writer writer = new Writer(running, room);
      Future<?> writing = threads.submit(writer);
      writer.awaitMore(50);

      Future<?> cutOff = threads.submit(rebuild(beep));
      writer.awaitMore(10);
      running.set(null);
      beep.killAll();
      awaitEnd(cutOff);
      beep = BeepJvm.start(beep.data());
      running.set(beep);

      // Goes on with what the kill interrupted, while backups are taken.
      Future<?> rebuilding = threads.submit(rebuild(beep));
      while (backups.size() < DRILLS) {
        writer.awaitMore(5 + random.nextInt(30));
        backups.add(backup(beep, writer, directory.resolve("beep-" + backups.size() + ".zip")));
      }
      writer.awaitMore(5);

      writer.stop();
      writing.get(1, TimeUnit.MINUTES);
      rebuilding.get(1, TimeUnit.MINUTES);
      original = room.history(beep);
      events = events(beep);
      beep.close();
    }
    for (Taken backup : backups) {
      Path restored = directory.resolve("restored-" + backups.indexOf(backup));
      new RestoreCommand(out).run(data(restored, backup.file().toString()));
      compare(restored, backup, room, original, events);
    }
    refusals(backups.getFirst().file(), directory.resolve("restored-0"));
  }

  private Taken backup(BeepJvm beep, Writer writer, Path file) throws Exception {
    List<Message> acknowledged = writer.acknowledged();
    new BackupCommand(out).run(data(beep.data(), file.toString()));
    return new Taken(file, acknowledged);
  }

  private static void compare(
      Path restored, Taken backup, Room room, List<Message> original, List<String> events)
      throws Exception {
    try (BeepJvm beep = BeepJvm.start(restored)) {
      // The token is the original's: keys and accounts are there.
      List<Message> brought = room.history(beep);
      assertThat(backup.acknowledged()).hasSizeGreaterThan(10);
      assertThat(brought).containsAll(backup.acknowledged());
      assertThat(brought).isEqualTo(original.subList(0, brought.size()));
      assertThat(events(beep)).isEqualTo(events.subList(0, events(beep).size()));
      assertThat(beep.get("/me", room.token).get("username").asString()).isEqualTo(USER);
      assertThat(beep.token(USER)).isNotEmpty();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(beep.get("/search/messages?q=first", room.token).get("total").asInt())
                      .isEqualTo(1));
      new Writer(new AtomicReference<>(beep), room).writeOne("after the restore");
      assertThat(room.history(beep)).hasSize(brought.size() + 1);
    }
  }

  /** What must not be overwritten, and what is no backup. */
  private void refusals(Path file, Path restored) throws IOException {
    assertThatThrownBy(() -> new RestoreCommand(out).run(data(restored, file.toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not empty");
    byte[] damaged = Files.readAllBytes(file);
    // More than any part of a ZIP that nobody reads.
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 100, (byte) 0);
    Path wrong = Files.write(directory.resolve("damaged.zip"), damaged);
    Path untouched = directory.resolve("untouched");
    assertThatThrownBy(() -> new RestoreCommand(out).run(data(untouched, wrong.toString())))
        .hasMessageContaining("damaged");
    assertThat(untouched).doesNotExist();
    assertThatThrownBy(() -> new BackupCommand(out).run(data(restored, file.toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("No Beep runs on");
  }

  /** Well or not: it was killed in its midst, or had ended just before. */
  private static void awaitEnd(Future<?> cutOff) {
    await().atMost(Duration.ofMinutes(1)).until(cutOff::isDone);
  }

  private Runnable rebuild(BeepJvm beep) {
    return () -> {
      try {
        new OperatorCommand(new ConsoleAnswer(out, false))
            .run(List.of("rebuild", "all"), Map.of("BEEP_DATA", beep.data().toString()));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static DataOption data(Path data, String argument) {
    return DataOption.of(List.of(argument), Map.of("BEEP_DATA", data.toString()));
  }

  private static List<String> events(BeepJvm beep) throws IOException {
    return new JdbcTemplate(beep.database())
        .query(
            "select t::text from events.domain_event_entry t order by global_index",
            (row, number) -> row.getString(1));
  }

  private record Message(String id, String content) {}

  /** A channel, and someone who may write in it. */
  private record Room(String token, String channel) {

    static Room made(BeepJvm beep) {
      beep.post(
          "/registrations",
          null,
          Map.of(
              "firstName", "Ada",
              "lastName", "Lovelace",
              "username", USER,
              "email", "ada@example.org",
              "password", "two loose engines 7"));
      String token = beep.token(USER);
      JsonNode server =
          beep.post("/servers", token, Map.of("name", "Town", "visibility", "public"));
      String channel = "";
      for (JsonNode one : server.get("channels")) {
        if (one.get("type").asString().equals("text")) {
          channel = one.get("id").asString();
        }
      }
      return new Room(token, channel);
    }

    /** All of it, oldest first, page by page from its end. */
    List<Message> history(BeepJvm beep) {
      List<Message> newestFirst = new ArrayList<>();
      JsonNode page;
      do {
        String before = newestFirst.isEmpty() ? "" : "&before=" + newestFirst.getLast().id();
        page = beep.get("/channels/" + channel + "/messages?limit=100" + before, token);
        List<Message> items = new ArrayList<>();
        for (JsonNode item : page.get("items")) {
          items.add(new Message(item.get("id").asString(), item.get("content").asString()));
        }
        newestFirst.addAll(items.reversed());
      } while (page.get("hasBefore").asBoolean());
      Collections.reverse(newestFirst);
      return newestFirst;
    }
  }

  /** Writes one message after the other for as long as it may, and notes what was acknowledged. */
  private static final class Writer implements Runnable {

    private final AtomicReference<@Nullable BeepJvm> running;
    private final Room room;
    private final List<Message> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    Writer(AtomicReference<@Nullable BeepJvm> running, Room room) {
      this.running = running;
      this.room = room;
    }

    @Override
    public void run() {
      for (int number = 0; !stopped; number++) {
        try {
          writeOne(number == 0 ? "first" : "said " + number);
        } catch (UncheckedIOException e) {
          // It was killed: nobody promised anything.
          Thread.onSpinWait();
        }
      }
    }

    void writeOne(String content) {
      BeepJvm beep = running.get();
      if (beep != null) {
        JsonNode answer =
            beep.post(
                "/channels/" + room.channel + "/messages", room.token, Map.of("content", content));
        acknowledged.add(new Message(answer.get("id").asString(), content));
      }
    }

    List<Message> acknowledged() {
      return List.copyOf(acknowledged);
    }

    void awaitMore(int messages) {
      int now = acknowledged.size();
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> acknowledged.size() >= now + messages);
    }

    void stop() {
      stopped = true;
    }
  }
}
