package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beep.app.distributed.FileStore;
import io.beep.app.distributed.Settings;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.GetFeedScope;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.shared.picture.Pictures;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * One identity and two gateways, as three nodes have them: they share PostgreSQL and nothing in
 * memory. What is revoked through one gateway is refused by both.
 */
final class RevocationAcrossNodesTest {

  private static final String PUBLIC_URL = "http://beep.test";
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir static Path web;

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before each
  private ConfigurableApplicationContext identity;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI here;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI there;

  @BeforeEach
  void start() {
    identity = identity();
    here = gateway();
    there = gateway();
    identity
        .getBean(Registrations.class)
        .register(
            new NewAccount("ada", "ada@example.org", "seven quiet otters", "Ada", "Lovelace"));
  }

  @AfterEach
  void end() throws Exception {
    http.shutdownNow();
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private GenericApplicationContext core() {
    SimpleCommandBus commands = SimpleCommandBus.builder().build();
    var _ = commands.subscribe(io.beep.coreapi.user.RegisterUser.class.getName(), _ -> null);
    SimpleQueryBus queries = SimpleQueryBus.builder().build();
    var _ =
        queries.subscribe(
            GetFeedScope.class.getName(),
            FeedScopeView.class,
            _ -> new FeedScopeView(List.of(), -1));
    GenericApplicationContext core = new GenericApplicationContext();
    core.registerBean(Clock.class, Clock::systemUTC);
    core.registerBean(
        IdGenerator.class, () -> new UuidV7Generator(Clock.systemUTC(), new SecureRandom()));
    core.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    core.registerBean(CommandBus.class, () -> commands);
    core.registerBean(QueryBus.class, () -> queries);
    core.registerBean(DatabaseWatch.class, () -> dataSource -> dataSource);
    return core;
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private ConfigurableApplicationContext identity() {
    GenericApplicationContext core = opened(core());
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

  private URI gateway() {
    GenericApplicationContext core = opened(core());
    core.registerBean(Signals.class, Signals::inProcess);
    core.registerBean(ChosenStatuses.class, ChosenStatuses::inMemory);
    core.registerBean(Neighbours.class, Neighbours::none);
    core.registerBean(Pictures.class, () -> FileStore.pictures(new Settings(Map.of())));
    core.registerBean(OpenTelemetry.class, OpenTelemetry::noop);
    core.registerBean(Registrations.class, () -> identity.getBean(Registrations.class));
    core.registerBean(
        NodeHealth.class, () -> () -> new HealthView("ready", true, Instant.now(), Map.of()));
    core.registerBean(
        "eventStore",
        EmbeddedEventStore.class,
        () -> EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build());
    core.registerBean(
        Revocations.class,
        () ->
            RevocationsConfiguration.follow(
                "jdbc:postgresql://"
                    + database.host()
                    + ":"
                    + database.port()
                    + "/"
                    + database.name(),
                database.user(),
                database.password(),
                Clock.systemUTC()));
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
    return at(gateway);
  }

  private static URI at(ConfigurableApplicationContext context) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  private int status(URI gateway, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/no-such-address"))
            .header("Authorization", "Bearer " + token)
            .build();
    return send(request, BodyHandlers.discarding()).statusCode();
  }

  private void revoke(URI gateway, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/oauth2/revoke"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "client_id=beep-web&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    assertThat(send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldBeRefusedAtOnceWhereItWasRevokedAndSoonElsewhere() {
    OperatorTokens tokens = identity.getBean(OperatorTokens.class);
    String token = tokens.issue("ada");
    String other = tokens.issue("ada");
    assertThat(status(here, token)).isEqualTo(404);
    assertThat(status(there, token)).isEqualTo(404);

    revoke(here, token);

    assertThat(status(here, token)).isEqualTo(401);
    await().atMost(SOON).untilAsserted(() -> assertThat(status(there, token)).isEqualTo(401));
    assertThat(status(here, other)).isEqualTo(404);
    assertThat(status(there, other)).isEqualTo(404);
  }

  @Test
  void shouldEndTheFeedOfTheOtherNode() throws IOException {
    String token = identity.getBean(OperatorTokens.class).issue("ada");
    HttpRequest request =
        HttpRequest.newBuilder(there.resolve("/api/feed"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> stream = send(request, BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);

    revoke(here, token);

    assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
        .contains(": the access token was revoked");
  }

  @Test
  void shouldBeRefusedByANodeThatStartsLater() {
    String token = identity.getBean(OperatorTokens.class).issue("ada");
    revoke(here, token);

    assertThat(status(gateway(), token)).isEqualTo(401);
  }

  @Test
  void shouldBeHeardOfAfterTheDatabaseCutEveryone() {
    String token = identity.getBean(OperatorTokens.class).issue("ada");
    assertThat(status(there, token)).isEqualTo(404);
    database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'beep-revocations'");

    revoke(here, token);

    await().atMost(SOON).untilAsserted(() -> assertThat(status(there, token)).isEqualTo(401));
  }
}
