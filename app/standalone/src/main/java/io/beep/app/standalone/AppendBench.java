package io.beep.app.standalone;

import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.RegisterUser;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./beep bench --scenario appends}: 200 commands at a time, each a message, through the
 * command bus into the event store, and how long after a command was sent a handler has its event.
 * Once alone, with one handler that follows the stream, and once with all projections going on
 * beside. The limit of the same run is what the same rows take by COPY, 500 a commit.
 */
public final class AppendBench {

  private static final int AT_ONCE = 200;
  private static final Duration WARMUP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final int MARK = 30_000;
  private static final double MARK_MILLIS = 5;
  private static final int LIMIT_COMMITS = 400;
  private static final int LIMIT_ROWS = 500;
  private static final String FILLER =
      " a message of some hundred characters, as people write them".repeat(2);

  private AppendBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchCore.run("appends", core -> measure(core, System.out));
  }

  private static boolean measure(ConfigurableApplicationContext core, PrintStream out)
      throws InterruptedException {
    Room room = Room.made(core);
    Configuration axon = core.getBean(Configuration.class);
    Load load = new Load(core, room);
    load.send(WARMUP);
    Figures beside = load.send(MEASURED);
    axon.eventProcessingConfiguration()
        .eventProcessors()
        .values()
        .forEach(EventProcessor::shutDown);
    load.send(WARMUP);
    Figures alone = load.send(MEASURED);
    double limit = limit(core.getBean("eventStoreDataSource", DataSource.class));
    out.printf(Locale.ROOT, "%-28s %12s %18s %8s%n", "", "appends/s", "p50 to handler, ms", "p99");
    print(out, "alone", alone);
    print(out, "with all projections", beside);
    out.printf(
        Locale.ROOT,
        "%-28s %,12.0f   (%.0f %% of it reached)%n",
        "COPY of the same rows",
        limit,
        100 * alone.perSecond() / limit);
    boolean reached = alone.perSecond() >= MARK && alone.p50() <= MARK_MILLIS;
    out.printf(
        Locale.ROOT,
        "mark %,d/s and p50 under %.0f ms: %s%n",
        MARK,
        MARK_MILLIS,
        reached ? "reached" : "MISSED");
    return reached;
  }

  private static void print(PrintStream out, String name, Figures figures) {
    out.printf(
        Locale.ROOT,
        "%-28s %,12.0f %18.2f %8.2f%n",
        name,
        figures.perSecond(),
        figures.p50(),
        figures.p99());
  }

  /**
   * @param p50 from sending a command to its event in the hands of a handler, in milliseconds
   */
  private record Figures(double perSecond, double p50, double p99) {}

  /** A channel, and who writes in it. */
  private record Room(UserId author, ChannelId channel) {

    static Room made(ConfigurableApplicationContext core) {
      CommandBus bus = core.getBean(CommandBus.class);
      UserId user = new UserId(core.getBean(IdGenerator.class).next());
      send(bus, new RegisterUser(user, "ada", "Ada", "Lovelace")).join();
      CreatedServer server =
          (CreatedServer)
              send(bus, new CreateServer(user, "Bench", null, Visibility.PUBLIC)).join();
      return new Room(user, server.channels().getFirst().id());
    }
  }

  private static CompletableFuture<Object> send(CommandBus bus, Command command) {
    CompletableFuture<Object> answered = new CompletableFuture<>();
    bus.dispatch(
        GenericCommandMessage.<Command>asCommandMessage(command),
        (_, result) -> {
          if (result.isExceptional()) {
            answered.completeExceptionally(result.exceptionResult());
          } else {
            answered.complete(result.getPayload());
          }
        });
    return answered;
  }

  /** As many commands as answers allow, {@link #AT_ONCE} at a time, and one who follows. */
  private static final class Load {

    private final CommandBus bus;
    private final TailingEventStore store;
    private final Room room;

    Load(ConfigurableApplicationContext core, Room room) {
      this.bus = core.getBean(CommandBus.class);
      this.store = core.getBean(TailingEventStore.class);
      this.room = room;
    }

    Figures send(Duration time) throws InterruptedException {
      Follower follower = new Follower(store);
      Thread following = Thread.ofPlatform().name("bench-follower").start(follower);
      Semaphore free = new Semaphore(AT_ONCE);
      LongAdder answered = new LongAdder();
      long began = System.nanoTime();
      while (System.nanoTime() - began < time.toNanos()) {
        free.acquire();
        AppendBench.send(
                bus,
                new SendMessage(room.channel(), room.author(), System.nanoTime() + FILLER, null))
            .whenComplete(
                (_, failure) -> {
                  free.release();
                  if (failure == null) {
                    answered.increment();
                  }
                });
      }
      free.acquire(AT_ONCE);
      double seconds = (System.nanoTime() - began) / 1e9;
      follower.end();
      following.join();
      long[] nanos = follower.nanos();
      return new Figures(
          answered.sum() / seconds, percentile(nanos, 0.50), percentile(nanos, 0.99));
    }

    private static double percentile(long[] sorted, double part) {
      return sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * part)] / 1e6;
    }
  }

  /** A handler at the end of the stream. */
  private static final class Follower implements Runnable {

    private static final int MOST = 4_000_000;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final long[] nanos = new long[MOST];
    private volatile boolean ended;
    private int seen;

    Follower(TailingEventStore store) {
      this.stream = store.openStream(store.createHeadToken());
    }

    @Override
    public void run() {
      try (stream) {
        while (!ended || stream.peek().isPresent()) {
          if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)
              && stream.nextAvailable().getPayload() instanceof MessageSent sent
              && seen < MOST) {
            String content = sent.content();
            long due = Long.parseLong(content.substring(0, content.indexOf(' ')));
            nanos[seen++] = System.nanoTime() - due;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void end() {
      ended = true;
    }

    /** In ascending order. */
    long[] nanos() {
      long[] sorted = Arrays.copyOf(nanos, seen);
      Arrays.sort(sorted);
      return sorted;
    }
  }

  /** Rows a second of what the last run stored, into a table of the same form. */
  private static double limit(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table bench_limit (like domain_event_entry including indexes including constraints)");
      connection.setAutoCommit(false);
      long first;
      try (var row = statement.executeQuery("select max(global_index) from domain_event_entry")) {
        row.next();
        first = row.getLong(1) - (long) LIMIT_COMMITS * LIMIT_ROWS;
      }
      String[] batches = new String[LIMIT_COMMITS];
      CopyOfRows copy = new CopyOfRows(connection);
      for (int i = 0; i < LIMIT_COMMITS; i++) {
        batches[i] = copy.out(first + (long) i * LIMIT_ROWS, LIMIT_ROWS);
      }
      long began = System.nanoTime();
      for (String batch : batches) {
        copy.in(batch);
        connection.commit();
      }
      return (double) LIMIT_COMMITS * LIMIT_ROWS / ((System.nanoTime() - began) / 1e9);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the limit cannot be measured", e);
    }
  }

  private record CopyOfRows(Connection connection) {

    String out(long after, int rows) throws SQLException, IOException {
      StringWriter text = new StringWriter();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select * from domain_event_entry where global_index > %d and global_index <= %d) to stdout"
                  .formatted(after, after + rows),
              text);
      return text.toString();
    }

    void in(String rows) throws SQLException, IOException {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bench_limit from stdin", new StringReader(rows));
    }
  }
}
