package io.beep.app.gatewaynode;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.UuidV7Generator;
import io.beep.coreapi.user.RegisterUser;
import io.beep.identity.IdentityConfiguration;
import io.beep.identity.api.DatabaseWatch;
import io.beep.identity.api.Registrations;
import io.beep.testsupport.TestDatabase;
import io.beep.testsupport.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An identity over a database of its own; whoever signs up has a user at once. */
final class TestIdentity implements AutoCloseable {

  private final GenericApplicationContext core = new GenericApplicationContext();
  private final ConfigurableApplicationContext identity;

  TestIdentity() {
    SimpleCommandBus commands = SimpleCommandBus.builder().build();
    var _ = commands.subscribe(RegisterUser.class.getName(), _ -> null);
    core.registerBean(Clock.class, Clock::systemUTC);
    core.registerBean(
        IdGenerator.class, () -> new UuidV7Generator(Clock.systemUTC(), new SecureRandom()));
    core.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    core.registerBean(CommandBus.class, () -> commands);
    core.registerBean(DatabaseWatch.class, () -> dataSource -> dataSource);
    core.refresh();
    TestDatabase database = TestPostgres.freshDatabase();
    identity =
        new SpringApplicationBuilder(IdentityConfiguration.class)
            .parent(core)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .properties("spring.config.name=identity")
            .run(
                "--server.port=0",
                "--beep.public-url=http://beep.test",
                "--beep.identity.jdbc-url=" + database.jdbcUrl(),
                "--beep.identity.user=" + database.user(),
                "--beep.identity.password=" + database.password());
  }

  Registrations registrations() {
    return identity.getBean(Registrations.class);
  }

  @Override
  public void close() {
    identity.close();
    core.close();
  }
}
