package io.beep.query.shared;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Asks the read model. Rows are collected before anyone sees them: a reader that goes away midway
 * would otherwise take its connection along.
 */
public final class ReadModel {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

  /** What is slower than this is of no use to who asked. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final DatabaseClient database;

  /**
   * @param connections a pool with {@code maxAcquireTime}; its connections have the schema of
   *     {@code db/read-model} and a {@code statement_timeout} of a few seconds
   */
  public ReadModel(ConnectionFactory connections) {
    database = DatabaseClient.create(connections);
  }

  /**
   * All rows of a statement. Fails with {@link CommonError.Unavailable} when the database is away
   * or too slow.
   */
  public <T> CompletableFuture<List<T>> list(
      String sql, UnaryOperator<GenericExecuteSpec> values, Function<Readable, T> row) {
    CompletableFuture<@Nullable List<T>> running =
        values.apply(database.sql(sql)).map(row).all().collectList().toFuture();
    // Only what depends on it is given up or cancelled; the statement itself runs to its end and
    // gives
    // its connection back.
    return running
        .thenApply(rows -> Objects.requireNonNull(rows))
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(failure)));
  }

  private static Throwable refusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case TimeoutException e -> unavailable(e);
      case DataAccessResourceFailureException e -> unavailable(e);
      case NonTransientDataAccessResourceException e -> unavailable(e);
      case TransientDataAccessException e -> unavailable(e);
      default -> cause;
    };
  }

  private static DomainException unavailable(Exception cause) {
    LOG.warn("the read model does not answer", cause);
    return new DomainException(new CommonError.Unavailable("read-model"));
  }
}
