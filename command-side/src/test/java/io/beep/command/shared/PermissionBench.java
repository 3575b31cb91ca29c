package io.beep.command.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelOverwriteSet;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.RoleGiven;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Overwrite;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What a permission decision costs when it is warm, in a server with many roles and a channel with
 * many overwrites. Not among the tests; {@code ./beep bench --scenario permission} runs it.
 */
public class PermissionBench {

  /** A decision stands in the way of each message. */
  private static final double MOST_NANOSECONDS = 1_000;

  private static final int ROLES = 50;
  private static final int HELD = 8;
  private static final int OVERWRITES = 20;

  /** One member in one channel, as the function takes them and as the access state holds them. */
  @State(Scope.Benchmark)
  public static class Warm {

    private final ServerId server = new ServerId(new UUID(1, 1));
    private final UserId owner = new UserId(new UUID(1, 2));
    private final UserId ada = new UserId(new UUID(1, 3));
    private final ChannelId channel = new ChannelId(new UUID(1, 4));
    private final Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<RoleId> roles = new ArrayList<>();
    private final Map<String, List<Object>> streams = new HashMap<>();
    private final ServerAccess serverAccess;
    private final MemberAccess member;
    private final ChannelAccess channelAccess;
    private final AccessState access;

    public Warm() {
      List<String> allowed = Permissions.DEFAULT_FOR_EVERYONE.names();
      List<String> sending = List.of(Permission.SEND_MESSAGES.name());
      put(server, new ServerCreated(server, owner, "Engines", null, "public", allowed));
      MembershipId membership = new MembershipId(server, ada);
      put(membership, new MemberJoined(server, ada));
      put(channel, new ChannelCreated(channel, server, "news", "text", null, false, owner));
      ServerAccess knownServer =
          new ServerAccess(
              server, owner, Map.of(RoleId.everyone(server), Permissions.DEFAULT_FOR_EVERYONE));
      MemberAccess knownMember = new MemberAccess(ada, Set.of(), null);
      ChannelAccess knownChannel = ChannelAccess.open(channel, server);
      for (int i = 0; i < ROLES; i++) {
        RoleId role = new RoleId(new UUID(2, i));
        roles.add(role);
        put(server, new RoleCreated(server, role, "role " + i, null, sending, owner));
        knownServer = knownServer.with(role, PermissionSet.of(Permission.SEND_MESSAGES));
        if (i < HELD) {
          put(membership, new RoleGiven(server, ada, role, owner));
          knownMember = knownMember.with(role);
        }
        if (i < OVERWRITES) {
          put(
              channel,
              new ChannelOverwriteSet(
                  channel,
                  server,
                  OverwriteKind.ROLE.wireName(),
                  role.value(),
                  sending,
                  List.of(),
                  owner));
          knownChannel =
              knownChannel.with(
                  OverwriteKind.ROLE, role.value(), Overwrite.named(sending, List.of()));
        }
      }
      serverAccess = knownServer;
      member = knownMember;
      channelAccess = knownChannel;
      access = new AccessState(this::stream, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private void put(Object aggregate, Object event) {
      streams.computeIfAbsent(aggregate.toString(), _ -> new ArrayList<>()).add(event);
    }

    private List<DomainEventMessage<?>> stream(String aggregate) {
      List<Object> events = streams.getOrDefault(aggregate, List.of());
      List<DomainEventMessage<?>> messages = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        messages.add(new GenericDomainEventMessage<>("", aggregate, i, events.get(i)));
      }
      return messages;
    }
  }

  /** The pure function. */
  @Benchmark
  public PermissionSet function(Warm warm) {
    return Permissions.effective(warm.serverAccess, warm.member, warm.channelAccess, warm.now);
  }

  /**
   * What a command does before it is decided: three states out of the caches, then the function.
   */
  @Benchmark
  public ChannelPlace decision(Warm warm) {
    return warm.access.requireInChannel(warm.ada, warm.channel, Permission.SEND_MESSAGES);
  }

  @Test
  void shouldDecideWithinAMicrosecond() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(PermissionBench.class.getName())
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.NANOSECONDS)
                    .forks(1)
                    // Not those of the tests, which compile for a quick start and not for a long
                    // run.
                    .jvmArgs("-Xmx256m", "-XX:+UseParallelGC")
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();

    assertThat(results)
        .hasSize(2)
        .allSatisfy(
            result ->
                assertThat(result.getPrimaryResult().getScore())
                    .as(result.getPrimaryResult().getLabel())
                    .isLessThan(MOST_NANOSECONDS));
  }
}
