package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLag;
import io.beep.app.axon.ProcessorLags;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeletionAdvanced;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainEvent;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.user.UserRegistered;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./beep bench --scenario deletion [messages]}: a server with 500 channels, 10 000 members
 * and 1 000 000 messages goes for ever, while people go on writing in another one, 200 messages a
 * second. How long each takes until it is durable, from when it was due, is measured before and
 * meanwhile; and how far the projection of messages is behind at worst. With fewer messages there
 * are fewer channels and members too.
 */
public final class DeletionBench {

  private static final int MESSAGES = 1_000_000;
  private static final int MESSAGES_A_CHANNEL = 2_000;
  private static final int MESSAGES_A_MEMBER = 100;
  private static final int AT_ONCE = 500;
  private static final int PER_SECOND = 200;
  private static final Duration WARMUP = Duration.ofSeconds(10);
  private static final Duration BEFORE = Duration.ofSeconds(30);
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final long POLL_MILLIS = 100;
  private static final double MARK = 2;

  /** No time to restore: the deletion is final at once. */
  private static final String GRACE = "beep.deletion-grace";

  private final TailingEventStore store;
  private final CommandBus commands;
  private final ProcessorLags lags;
  private final Random random = new Random(20_261_121);
  private final UuidV7Generator ids = new UuidV7Generator(Clock.systemUTC(), random);
  private final List<DomainEventMessage<?>> batch = new ArrayList<>(AT_ONCE);
  private final UserId owner = new UserId(ids.next());

  private DeletionBench(ConfigurableApplicationContext core) {
    store = core.getBean(TailingEventStore.class);
    commands = core.getBean(CommandBus.class);
    lags = core.getBean(ProcessorLags.class);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty(GRACE, Duration.ZERO.toString());
    int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MESSAGES;
    BenchCore.run("deletion", core -> new DeletionBench(core).measure(messages, System.out));
  }

  private boolean measure(int messages, PrintStream out) throws InterruptedException {
    add("User", owner.toString(), new UserRegistered(owner, "ada", "Ada", "Lovelace"));
    int channels = Math.max(1, messages / MESSAGES_A_CHANNEL);
    int members = Math.max(1, messages / MESSAGES_A_MEMBER);
    long began = System.nanoTime();
    ServerId doomed = server("Doomed", channels, members, messages).server();
    Place elsewhere = server("Elsewhere", 1, 10, 100);
    publish();
    awaitProjections();
    out.printf(
        Locale.ROOT,
        "%,d channels, %,d members, %,d messages stored and followed in %.0f s%n",
        channels,
        members,
        messages,
        secondsSince(began));
    write(elsewhere, forTime(WARMUP));
    Written before = write(elsewhere, forTime(BEFORE));
    print("before", before, out);

    long asked = System.nanoTime();
    send(new DeleteServer(doomed, owner)).join();
    Written during =
        write(elsewhere, () -> !isFinished(doomed) && secondsSince(asked) < MOST.toSeconds());
    print("meanwhile", during, out);
    double ratio = during.p99() / before.p99();
    boolean reached = isFinished(doomed) && ratio < MARK;
    out.printf(
        Locale.ROOT,
        "gone after %.1f s, told %d times; p99 elsewhere is %.2f times its usual%n"
            + "mark under %.0f times: %s%n",
        secondsSince(asked),
        told(doomed, ServerDeletionAdvanced.class),
        ratio,
        MARK,
        reached ? "reached" : "MISSED");
    return reached;
  }

  private record Place(ServerId server, ChannelId channel) {}

  private Place server(String name, int channels, int members, int messages) {
    ServerId server = new ServerId(ids.next());
    add(
        "Server",
        server.toString(),
        new ServerCreated(
            server, owner, name, null, "public", Permissions.DEFAULT_FOR_EVERYONE.names()));
    join(server, owner);
    List<UserId> authors = new ArrayList<>(List.of(owner));
    for (int i = 1; i < members; i++) {
      UserId member = new UserId(ids.next());
      join(server, member);
      authors.add(member);
    }
    List<ChannelId> rooms = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      ChannelId channel = new ChannelId(ids.next());
      add(
          "Channel",
          channel.toString(),
          new ChannelCreated(channel, server, "room-" + i, "text", null, false, owner));
      rooms.add(channel);
    }
    for (int i = 0; i < messages; i++) {
      MessageId message = new MessageId(ids.next());
      add(
          "Message",
          message.toString(),
          new MessageSent(
              message,
              rooms.get(random.nextInt(channels)),
              server,
              authors.get(random.nextInt(members)),
              "message " + i + " as people write them, of some hundred characters or a few more",
              null));
    }
    return new Place(server, rooms.getFirst());
  }

  private void join(ServerId server, UserId user) {
    add("Membership", new MembershipId(server, user).toString(), new MemberJoined(server, user));
  }

  /** Each is the first of its aggregate. */
  private void add(String type, String aggregate, DomainEvent event) {
    batch.add(new GenericDomainEventMessage<>(type, aggregate, 0, event));
    if (batch.size() == AT_ONCE) {
      publish();
    }
  }

  private void publish() {
    if (!batch.isEmpty()) {
      store.publish(List.copyOf(batch));
      batch.clear();
    }
  }

  private void awaitProjections() throws InterruptedException {
    while (lags.read().stream().mapToLong(ProcessorLag::events).sum() > 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean isFinished(ServerId server) {
    return told(server, ServerDeletionFinished.class) > 0;
  }

  private long told(ServerId server, Class<?> event) {
    return store.committed(server.toString()).stream()
        .filter(message -> event.isInstance(message.getPayload()))
        .count();
  }

  private CompletableFuture<Void> send(Object command) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    commands.dispatch(
        new GenericCommandMessage<>(command),
        (_, result) -> {
          if (result.isExceptional()) {
            durable.completeExceptionally(result.exceptionResult());
          } else {
            durable.complete(null);
          }
        });
    return durable;
  }

  private static BooleanSupplier forTime(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() < end;
  }

  /**
   * @param took nanoseconds of each message from when it was due, ascending
   * @param behind the oldest message that histories had not yet, at worst
   */
  private record Written(long[] took, Duration behind) {

    double percentile(double part) {
      return took[(int) (took.length * part)] / 1e6;
    }

    double p99() {
      return percentile(0.99);
    }
  }

  private Written write(Place place, BooleanSupplier goesOn) throws InterruptedException {
    AtomicLong behind = new AtomicLong();
    CountDownLatch written = new CountDownLatch(1);
    Thread watcher =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (written.getCount() > 0) {
                    lags.read().stream()
                        .filter(lag -> lag.processor().equals("timeline"))
                        .forEach(lag -> behind.accumulateAndGet(lag.age().toMillis(), Math::max));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
                  }
                });
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    long began = System.nanoTime();
    boolean more = true;
    for (int i = 0; more; i++) {
      long due = began + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(
          send(new SendMessage(place.channel(), owner, "hello " + i, null))
              .thenApply(_ -> System.nanoTime() - due));
      // Asking costs a look into the store.
      more = i % PER_SECOND != 0 || goesOn.getAsBoolean();
    }
    long[] took = answers.stream().mapToLong(CompletableFuture::join).toArray();
    written.countDown();
    watcher.join();
    Arrays.sort(took);
    return new Written(took, Duration.ofMillis(behind.get()));
  }

  private static void print(String when, Written written, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-10s %,8d sent: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms; histories behind %d ms at worst%n",
        when,
        written.took().length,
        written.percentile(0.5),
        written.p99(),
        written.percentile(0.999),
        written.behind().toMillis());
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
