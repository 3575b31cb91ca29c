package io.beep.app.gatewaynode;

import static org.awaitility.Awaitility.await;

import io.beep.app.distributed.FileStore;
import io.beep.app.distributed.Settings;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.user.FindUsers;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.UserView;
import io.beep.coreapi.user.UsersView;
import io.beep.gateway.GatewayConfiguration;
import io.beep.gateway.feed.Signals;
import io.beep.gateway.feed.presence.ChosenStatuses;
import io.beep.gateway.feed.presence.Neighbours;
import io.beep.gateway.shared.health.HealthView;
import io.beep.gateway.shared.health.NodeHealth;
import io.beep.identity.IdentityConfiguration;
import io.beep.identity.RevocationsConfiguration;
import io.beep.identity.api.DatabaseWatch;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.api.Registrations;
import io.beep.identity.api.Revocations;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One identity and any number of gateways, as separate nodes have them: they share PostgreSQL and
 * an event stream, and nothing in memory.
 */
final class SharedNodes implements AutoCloseable {

  private static final String PUBLIC_URL = "http://beep.test";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final EmbeddedEventStore events =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final AtomicLong head = new AtomicLong(-1);
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path web;
  private final Function<UserId, List<FeedScopeView.Membership>> memberships;
  private final ConfigurableApplicationContext identity;

  /**
   * @param memberships of everyone, as query-side would answer them
   */
  SharedNodes(Path web, Function<UserId, List<FeedScopeView.Membership>> memberships) {
    this.web = web;
    this.memberships = memberships;
    this.identity = identity();
  }

  TestDatabase database() {
    return database;
  }

  /** Signs up. */
  UserId person(String username) {
    return identity
        .getBean(Registrations.class)
        .register(
            new NewAccount(
                username, username + "@example.org", "seven quiet otters", username, "Lovelace"));
  }

  String token(String username) {
    return identity.getBean(OperatorTokens.class).issue(username);
  }

  /** Answers the position. */
  long publish(Object event) {
    events.publish(GenericEventMessage.asEventMessage(event));
    return head.incrementAndGet();
  }

  private GenericApplicationContext core() {
    SimpleCommandBus commands = SimpleCommandBus.builder().build();
    var _ = commands.subscribe(RegisterUser.class.getName(), _ -> null);
    SimpleQueryBus queries = SimpleQueryBus.builder().build();
    var _ =
        queries.<FeedScopeView>subscribe(
            GetFeedScope.class.getName(),
            FeedScopeView.class,
            query -> scope(((GetFeedScope) query.getPayload()).asking()));
    var _ =
        queries.<UsersView>subscribe(
            FindUsers.class.getName(),
            UsersView.class,
            query ->
                new UsersView(
                    ((FindUsers) query.getPayload())
                        .userIds().stream()
                            .map(user -> new UserView(user, "ada", "Ada", null))
                            .toList()));
    GenericApplicationContext core = opened(new GenericApplicationContext());
    core.registerBean(Clock.class, Clock::systemUTC);
    core.registerBean(
        IdGenerator.class, () -> new UuidV7Generator(Clock.systemUTC(), new SecureRandom()));
    core.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    core.registerBean(CommandBus.class, () -> commands);
    core.registerBean(QueryBus.class, () -> queries);
    core.registerBean(DatabaseWatch.class, () -> dataSource -> dataSource);
    return core;
  }

  private FeedScopeView scope(UserId user) {
    long position = head.get();
    return new FeedScopeView(memberships.apply(user), position);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private ConfigurableApplicationContext identity() {
    GenericApplicationContext core = core();
    core.refresh();
    return opened(
        new SpringApplicationBuilder(IdentityConfiguration.class)
            .parent(core)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .properties("spring.config.name=identity")
            .run(
                "--server.port=0",
                "--beep.public-url=" + PUBLIC_URL,
                "--beep.identity.jdbc-url=" + database.jdbcUrl(),
                "--beep.identity.user=" + database.user(),
                "--beep.identity.password=" + database.password()));
  }

  private String plainUrl() {
    return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
  }

  /** Another gateway; answers its address once signals of others reach it. */
  URI gateway() {
    PostgresSignals signals =
        opened(PostgresSignals.start(plainUrl(), database.user(), database.password()));
    GenericApplicationContext core = core();
    core.registerBean(Signals.class, () -> signals);
    core.registerBean(ChosenStatuses.class, ChosenStatuses::inMemory);
    core.registerBean(Neighbours.class, Neighbours::none);
    core.registerBean(Pictures.class, () -> FileStore.pictures(new Settings(Map.of())));
    core.registerBean(OpenTelemetry.class, OpenTelemetry::noop);
    core.registerBean(Registrations.class, () -> identity.getBean(Registrations.class));
    core.registerBean(
        NodeHealth.class, () -> () -> new HealthView("ready", true, Instant.now(), Map.of()));
    core.registerBean("eventStore", EmbeddedEventStore.class, () -> events);
    core.registerBean(
        Revocations.class,
        () ->
            RevocationsConfiguration.follow(
                plainUrl(), database.user(), database.password(), Clock.systemUTC()));
    core.refresh();
    ConfigurableApplicationContext gateway =
        opened(
            new SpringApplicationBuilder(GatewayConfiguration.class)
                .parent(core)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=gateway")
                .run(
                    "--server.port=0",
                    "--beep.public-url=" + PUBLIC_URL,
                    "--beep.identity-url=" + at(identity),
                    "--beep.web-dir=" + web));
    await().atMost(SOON).until(signals::isListening);
    return at(gateway);
  }

  private static URI at(ConfigurableApplicationContext context) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
