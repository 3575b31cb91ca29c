package io.beep.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.channel.ChannelType;
import io.beep.coreapi.channel.CreateChannel;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.InvitationCode;
import io.beep.coreapi.invitation.RandomInvitationCodes;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.CreateRole;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.GiveRole;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.TimeOutMember;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.ServerSeatFreed;
import io.beep.coreapi.user.ServerSeatTaken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * The side that decides, whole, on an event store in memory; speaks of Ada, Grace, Linus and their
 * server.
 */
public final class Decisions implements AutoCloseable {

  public static final UserId ADA = new UserId(new UUID(1, 1));
  public static final UserId GRACE = new UserId(new UUID(1, 2));
  public static final UserId LINUS = new UserId(new UUID(1, 4));
  public static final UserId STRANGER = new UserId(new UUID(1, 3));

  /** When every story begins. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T09:00:00Z");

  private final Configuration axon;
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final List<Object> seats = new CopyOnWriteArrayList<>();
  private final List<Object> everything = new CopyOnWriteArrayList<>();
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

  public Decisions() {
    AtomicReference<EventStore> store = new AtomicReference<>();
    AccessState access =
        new AccessState(id -> streamOf(store.get(), id), clock(), new SimpleMeterRegistry());
    AtomicLong numbers = new AtomicLong(1000);
    EventStore memory =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    store.set(memory);
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration().configureEventStore(configuration -> memory);
    CommandSideConfiguration.register(
        configurer,
        access,
        () -> new UUID(2, numbers.incrementAndGet()),
        new RandomInvitationCodes(new Random(1)),
        clock(),
        id -> streamOf(memory, id),
        NoCache.INSTANCE);
    axon = configurer.start();
    memory.subscribe(
        committed -> {
          access.onCommitted(committed);
          committed.forEach(
              event -> {
                (isOfSeats(event.getPayload()) ? seats : events).add(event.getPayload());
                everything.add(event.getPayload());
                last.set(event.getTimestamp());
              });
        });
  }

  private static List<? extends DomainEventMessage<?>> streamOf(EventStore store, String id) {
    return store.readEvents(id).asStream().toList();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  // given

  /** Lets time go by for the deciding side. */
  public Decisions later(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    return this;
  }

  public CreatedServer publicServerOf(UserId owner) {
    return when(new CreateServer(owner, "Engines", null, Visibility.PUBLIC), CreatedServer.class);
  }

  public CreatedServer privateServerOf(UserId owner) {
    return when(new CreateServer(owner, "Secrets", null, Visibility.PRIVATE), CreatedServer.class);
  }

  public Decisions member(UserId user, ServerId server) {
    decide(new JoinServer(server, user));
    return this;
  }

  public RoleId roleIn(ServerId server, UserId creator, Permission... permissions) {
    return when(
        new CreateRole(server, creator, "role", null, PermissionSet.of(permissions)), RoleId.class);
  }

  public Decisions holder(UserId user, ServerId server, UserId giver, RoleId... roles) {
    for (RoleId role : roles) {
      decide(new GiveRole(server, giver, user, role));
    }
    return this;
  }

  /** As often as one likes within a week. */
  public InvitationCode invitationTo(ServerId server, UserId inviter) {
    return invitationTo(server, inviter, null);
  }

  public InvitationCode invitationTo(ServerId server, UserId inviter, @Nullable Integer maxUses) {
    return when(new CreateInvitation(server, inviter, maxUses, null), CreatedInvitation.class)
        .code();
  }

  public ChannelId privateChannelIn(ServerId server, UserId owner) {
    return when(
        new CreateChannel(server, owner, "staff", ChannelType.TEXT, null, true), ChannelId.class);
  }

  public MessageId messageOf(UserId author, ChannelId channel) {
    return when(new SendMessage(channel, author, "hello", null), MessageId.class);
  }

  /** Who has an account, and is nowhere in yet. */
  public Decisions account(UserId user) {
    decide(new RegisterUser(user, "somebody", "Some", "Body"));
    return this;
  }

  public Decisions timedOut(UserId user, ServerId server, UserId by, Duration time) {
    decide(new TimeOutMember(server, by, user, null, time.toSeconds(), null));
    return this;
  }

  // when

  public <R> R when(Command command, Class<R> answer) {
    forget();
    return answer.cast(axon.commandGateway().<Object>send(command).join());
  }

  /** Carries the command out; what it caused is then in {@link #events}. */
  public void decide(Command command) {
    forget();
    axon.commandGateway().send(command).join();
  }

  // then

  /** All that ever happened, in order. */
  public List<Object> everything() {
    return List.copyOf(everything);
  }

  /** As {@link #decide}, from many threads at once; {@link #events} says nothing of it. */
  public void decideBeside(Command command) {
    axon.commandGateway().send(command).join();
  }

  /** As {@link #decideBeside}, for what may be refused. */
  public boolean isRefusedBeside(Command command) {
    try {
      decideBeside(command);
      return false;
    } catch (CompletionException e) {
      if (e.getCause() instanceof DomainException) {
        return true;
      }
      throw e;
    }
  }

  /** When the last event happened, as its message says. */
  public Instant lastAt() {
    return last.get();
  }

  /** Without {@link #seats}, which go with everyone who comes and goes. */
  public List<Object> events() {
    return List.copyOf(events);
  }

  /** Which seats were taken and freed. */
  public List<Object> seats() {
    return List.copyOf(seats);
  }

  private static boolean isOfSeats(Object event) {
    return event instanceof ServerSeatTaken || event instanceof ServerSeatFreed;
  }

  private void forget() {
    events.clear();
    seats.clear();
  }

  /** What the command was refused with, having caused nothing. */
  public DomainError refusalOf(Command command) {
    forget();
    try {
      axon.commandGateway().send(command).join();
    } catch (CompletionException e) {
      assertThat(events).isEmpty();
      assertThat(seats).isEmpty();
      return switch (e.getCause()) {
        case DomainException refusal -> refusal.error();
        case AggregateNotFoundException ignored ->
            new io.beep.coreapi.shared.CommonError.NotFound("aggregate");
        case null, default -> throw e;
      };
    }
    throw new AssertionError("was not refused, and caused " + events);
  }

  /** Carries them all out at the same moment; how each was refused, {@code null} if it was not. */
  public List<@Nullable DomainError> together(List<? extends Command> commands) {
    forget();
    CountDownLatch ready = new CountDownLatch(commands.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<@Nullable DomainError>> running = new ArrayList<>();
      for (Command command : commands) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return errorOf(command);
                }));
      }
      List<@Nullable DomainError> refusals = new ArrayList<>();
      for (Future<@Nullable DomainError> one : running) {
        refusals.add(one.get());
      }
      return refusals;
    } catch (InterruptedException | ExecutionException broken) {
      throw new AssertionError(broken);
    }
  }

  private @Nullable DomainError errorOf(Command command) {
    try {
      axon.commandGateway().send(command).join();
      return null;
    } catch (CompletionException e) {
      if (e.getCause() instanceof DomainException refusal) {
        return refusal.error();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
