package io.beep.app.operations.health;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether a database answers to those who read. */
public final class R2dbcCheck implements Check {

  private static final Duration ANSWER = Duration.ofSeconds(1);

  private final ConnectionFactory connections;

  public R2dbcCheck(ConnectionFactory connections) {
    this.connections = connections;
  }

  @Override
  public @Nullable String fault() {
    Boolean answers =
        Mono.usingWhen(
                connections.create(),
                connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                Connection::close)
            .block(ANSWER);
    return Boolean.TRUE.equals(answers) ? null : "does not answer";
  }
}
