package io.beep.app.standalone;

import io.beep.app.embedded.DirectoryLock;
import io.beep.app.eventstore.TailingEventStore;
import io.beep.gateway.GatewayConfiguration;
import io.beep.identity.IdentityConfiguration;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.api.Registrations;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StandaloneSettings settings;

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
    ConfigurableApplicationContext core = started(startCore());
    ConfigurableApplicationContext identity = started(startIdentity(core));
    started(startGateway(core, identity));
    started(ControlServer.start(settings.dataDir(), identity.getBean(OperatorTokens.class)));
  }

  TailingEventStore eventStore() {
    return parts.stream()
        .filter(ConfigurableApplicationContext.class::isInstance)
        .map(ConfigurableApplicationContext.class::cast)
        .filter(context -> context.getParent() == null)
        .findAny()
        .orElseThrow()
        .getBean(TailingEventStore.class);
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  private ConfigurableApplicationContext startCore() {
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
    properties.put("beep.identity.jdbc-url", database.jdbcUrl() + "?currentSchema=identity");
    properties.put("beep.identity.user", database.user());
    properties.put("beep.identity.password", database.password());
    return context("identity", IdentityConfiguration.class, WebApplicationType.SERVLET, properties)
        .parent(core)
        .run();
  }

  private ConfigurableApplicationContext startGateway(
      ConfigurableApplicationContext core, ConfigurableApplicationContext identity) {
    Map<String, Object> properties = shared();
    properties.put("server.port", settings.port());
    properties.put(
        "beep.identity-url",
        "http://127.0.0.1:" + identity.getEnvironment().getProperty("local.server.port"));
    properties.put("beep.web-dir", settings.home().resolve("web").toAbsolutePath().toString());
    return context("gateway", GatewayConfiguration.class, WebApplicationType.REACTIVE, properties)
        .parent(core)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(Registrations.class, () -> identity.getBean(Registrations.class)))
        .run();
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
