package io.beep.app.standalone;

import io.beep.app.axon.ProcessorLags;
import io.beep.app.embedded.DirectoryLock;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.app.operations.control.ControlCommand;
import io.beep.app.operations.control.DeadLettersCommand;
import io.beep.app.operations.control.RebuildCommand;
import io.beep.app.operations.health.GatewayHealth;
import io.beep.app.operations.health.Health;
import io.beep.app.operations.health.HealthMonitor;
import io.beep.gateway.GatewayConfiguration;
import io.beep.gateway.shared.health.NodeHealth;
import io.beep.identity.IdentityConfiguration;
import io.beep.identity.RevocationsConfiguration;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.api.Registrations;
import io.beep.identity.api.Revocations;
import io.beep.media.ObjectStoreAddress;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.Rebuilds;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Everything that runs, ended in the reverse order of its start. */
final class RunningBeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningBeep.class);

  /** Between two looks while people wait at the console. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

  /** In it projections handle some millions of events; whoever waits longer wants to know why. */
  private static final Duration READY_PATIENCE = Duration.ofSeconds(60);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StandaloneSettings settings;
  private @Nullable StandaloneOperations operations;

  private RunningBeep(StandaloneSettings settings) {
    this.settings = settings;
  }

  /**
   * @param lock of the data directory; given back at the end
   */
  static RunningBeep start(StandaloneSettings settings, DirectoryLock lock) throws IOException {
    RunningBeep beep = new RunningBeep(settings);
    beep.parts.push(lock);
    try {
      beep.startParts();
      return beep;
    } catch (IOException | RuntimeException e) {
      beep.close();
      throw e;
    }
  }

  private void startParts() throws IOException {
    ConfigurableApplicationContext core = started(startCore(settings));
    ConfigurableApplicationContext identity = started(startIdentity(core));
    URI identityUrl = URI.create(identityUrl(identity));
    operations = started(StandaloneOperations.start(settings, core, identityUrl));
    started(startGateway(core, identity, new GatewayHealth(operations.health())));
    started(
        ControlServer.start(
            settings.dataDir(),
            identity.getBean(OperatorTokens.class),
            commands(core),
            downloads(core)));
  }

  private static Map<String, ControlCommand> commands(ConfigurableApplicationContext core) {
    Rebuilds rebuilds = core.getBean(Rebuilds.class);
    for (String projection : rebuilds.unfinished()) {
      LOG.warn("a rebuild of {} was interrupted; ./beep rebuild goes on with it", projection);
    }
    return Map.of(
        "rebuild", new RebuildCommand(rebuilds),
        "dead-letters", new DeadLettersCommand(core.getBean(DeadLetterOffice.class)));
  }

  private static Map<String, ControlDownload> downloads(ConfigurableApplicationContext core) {
    return Map.of(
        "backup",
        new BackupDownload(
            core.getBean(DatabaseAddress.class),
            core.getBean(ObjectStoreAddress.class),
            core.getBean(Clock.class)));
  }

  TailingEventStore eventStore() {
    return core().getBean(TailingEventStore.class);
  }

  ProcessorLags lags() {
    return core().getBean(ProcessorLags.class);
  }

  /** What projections write. */
  DataSource readModel() {
    return core().getBean("readModelDataSource", DataSource.class);
  }

  private ConfigurableApplicationContext core() {
    return parts.stream()
        .filter(ConfigurableApplicationContext.class::isInstance)
        .map(ConfigurableApplicationContext.class::cast)
        .filter(context -> context.getParent() == null)
        .findAny()
        .orElseThrow();
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  /** All that needs no port of its own: events, projections, queries, and what stores them. */
  static ConfigurableApplicationContext startCore(StandaloneSettings settings) {
    return context("core", CoreConfiguration.class, WebApplicationType.NONE, Map.of())
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(StandaloneSettings.class, () -> settings))
        .run();
  }

  private ConfigurableApplicationContext startIdentity(ConfigurableApplicationContext core) {
    DatabaseAddress database = core.getBean(DatabaseAddress.class);
    Map<String, Object> properties = shared();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    // What is killed leaves no directory behind that nobody would ever remove.
    properties.put(
        "server.tomcat.basedir",
        settings.dataDir().toAbsolutePath().resolve("cache/tomcat").toString());
    properties.put("beep.identity.jdbc-url", database.jdbcUrl() + "?currentSchema=identity");
    properties.put("beep.identity.user", database.user());
    properties.put("beep.identity.password", database.password());
    return context("identity", IdentityConfiguration.class, WebApplicationType.SERVLET, properties)
        .parent(core)
        .run();
  }

  private static String identityUrl(ConfigurableApplicationContext identity) {
    return "http://127.0.0.1:" + identity.getEnvironment().getProperty("local.server.port");
  }

  /**
   * Waits until it can do its work, for a limited time.
   *
   * @param waitsFor is told now and then what is still missing
   */
  Health awaitReady(Consumer<Health> waitsFor) throws InterruptedException {
    HealthMonitor monitor = Objects.requireNonNull(operations).health();
    long now = System.nanoTime();
    long end = now + READY_PATIENCE.toNanos();
    long news = now + NEWS_EVERY.toNanos();
    Health seen = monitor.lookNow();
    while (!seen.isReady() && System.nanoTime() - end < 0) {
      if (System.nanoTime() - news > 0) {
        waitsFor.accept(seen);
        news += NEWS_EVERY.toNanos();
      }
      Thread.sleep(LOOK_AGAIN);
      seen = monitor.lookNow();
    }
    return seen;
  }

  private ConfigurableApplicationContext startGateway(
      ConfigurableApplicationContext core,
      ConfigurableApplicationContext identity,
      NodeHealth nodeHealth) {
    Map<String, Object> properties = shared();
    properties.put("server.port", settings.port());
    properties.put("beep.identity-url", identityUrl(identity));
    properties.put("beep.web-dir", settings.home().resolve("web").toAbsolutePath().toString());
    return context("gateway", GatewayConfiguration.class, WebApplicationType.REACTIVE, properties)
        .parent(core)
        .initializers(
            context -> {
              GenericApplicationContext gateway = (GenericApplicationContext) context;
              gateway.registerBean(
                  Registrations.class, () -> identity.getBean(Registrations.class));
              gateway.registerBean(NodeHealth.class, () -> nodeHealth);
              gateway.registerBean(Revocations.class, () -> revocations(core));
            })
        .run();
  }

  /** Made when identity runs, and so has made its table; ends with the gateway. */
  private static Revocations revocations(ConfigurableApplicationContext core) {
    DatabaseAddress database = core.getBean(DatabaseAddress.class);
    return RevocationsConfiguration.follow(
        database.jdbcUrl(), database.user(), database.password(), core.getBean(Clock.class));
  }

  private Map<String, Object> shared() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("beep.public-url", settings.publicUrl());
    properties.put("beep.limits", settings.limits() ? "on" : "off");
    return properties;
  }

  /** Each context has properties of its own: nothing of one may leak into another. */
  private static SpringApplicationBuilder context(
      String name,
      Class<?> configuration,
      WebApplicationType type,
      Map<String, Object> properties) {
    return new SpringApplicationBuilder(configuration)
        .web(type)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties("spring.config.name=" + name)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("standalone-" + name, properties)));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not end in order", part.getClass().getSimpleName(), e);
      }
    }
  }
}
