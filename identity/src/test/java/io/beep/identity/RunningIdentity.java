package io.beep.identity;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.identity.api.DatabaseWatch;
import io.beep.identity.api.NewAccount;
import io.beep.identity.api.Registrations;
import io.beep.identity.shared.AdjustableClock;
import io.beep.identity.shared.CommandSideFake;
import io.beep.testsupport.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Identity as a product runs it: a servlet context on a port of its own below one that is core. */
final class RunningIdentity implements AutoCloseable {

  static final String PUBLIC_URL = "http://beep.test";
  static final String PASSWORD = "seven quiet otters";

  private final GenericApplicationContext core;
  private final ConfigurableApplicationContext identity;

  private RunningIdentity(GenericApplicationContext core, ConfigurableApplicationContext identity) {
    this.core = core;
    this.identity = identity;
  }

  static RunningIdentity start(
      TestDatabase database, CommandSideFake commandSide, AdjustableClock clock, String... more) {
    GenericApplicationContext core = new GenericApplicationContext();
    core.registerBean(CommandBus.class, commandSide::bus);
    core.registerBean(Clock.class, () -> clock);
    core.registerBean(
        IdGenerator.class, () -> new UuidV7Generator(Clock.systemUTC(), new SecureRandom()));
    core.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    core.registerBean(DatabaseWatch.class, () -> dataSource -> dataSource);
    core.refresh();
    SpringApplication application =
        new SpringApplicationBuilder(IdentityConfiguration.class)
            .web(WebApplicationType.SERVLET)
            .parent(core)
            .properties(
                Map.of(
                    "spring.config.name",
                    "identity",
                    "server.port",
                    "0",
                    "beep.public-url",
                    PUBLIC_URL,
                    "beep.identity.jdbc-url",
                    database.jdbcUrl(),
                    "beep.identity.user",
                    database.user(),
                    "beep.identity.password",
                    database.password()))
            .build();
    return new RunningIdentity(core, application.run(more));
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + identity.getEnvironment().getRequiredProperty("local.server.port"));
  }

  <T> T bean(Class<T> type) {
    return identity.getBean(type);
  }

  TestBrowser browser() {
    return new TestBrowser(address());
  }

  UserId signUp(String name) {
    return bean(Registrations.class)
        .register(new NewAccount(name, name + "@example.org", PASSWORD, "Ada", "Lovelace"));
  }

  @Override
  public void close() {
    identity.close();
    core.close();
  }
}
